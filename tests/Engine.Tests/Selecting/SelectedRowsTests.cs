using SesamTalk.Connectors.Sql;
using SesamTalk.Connectors.Systems;
using SesamTalk.Engine.Examining;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Running;
using SesamTalk.Sqlite;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Time;

namespace SesamTalk.Engine.Tests.Selecting;

/// <summary>Elements that are rows of a table of their own, from the flow file to the database.</summary>
[Clause("R9")]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SelectedRowsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeClock _clock = new();
    private readonly CountingIdentifiers _identifiers = new();

    [SetUp]
    public void Lay()
    {
        File.WriteAllText(_folder["systems.yaml"], """
            version: 1
            systems:
              erp: { rank: 30, connector: sql, settings: { provider: sqlite, connection: "Data Source=erp.db" }, entities: erp.entities.yaml }
              crm: { rank: 20, connector: sql, settings: { provider: sqlite, connection: "Data Source=crm.db" }, entities: crm.entities.yaml }
            """);
        File.WriteAllText(_folder["erp.entities.yaml"], """
            version: 1
            entities:
              Person:
                key: { property: id, given_by: client }
                table: person
                properties:
                  id: { type: string, access: never }
                  mail: { type: string }
                  mobile: { type: string }
                  office: { type: string }
            """);
        File.WriteAllText(_folder["crm.entities.yaml"], """
            version: 1
            entities:
              Contact:
                key: { property: id, given_by: system }
                natural_keys: [[mail]]
                table: contact
                modified: changed
                properties:
                  id: { type: integer, access: never }
                  mail: { type: string }
                  changed: { type: datetime, access: never }
                  phones:
                    type: list
                    elements:
                      key: id
                      table: phone
                      parent: contact
                      order_by: place
                      properties:
                        id: { type: integer, access: never }
                        place: { type: integer }
                        kind: { type: string }
                        number: { type: string, column: digits }
                        label: { type: string, mandatory: true }
            """);
        File.WriteAllText(_folder["people.flow.yaml"], """
            version: 1
            source: { system: erp, entity: Person }
            target: { system: crm, entity: Contact }
            match:
              - { mail: mail }
            create: never
            properties:
              - { source: mail, target: mail }
              - { source: mobile, target: "phones[kind=mobile].number" }
              - { source: office, target: "phones[kind='at work'].number" }
            """);
        Execute("erp.db", "CREATE TABLE person (id TEXT PRIMARY KEY, mail TEXT, mobile TEXT, office TEXT)");
        Execute("crm.db", """
            CREATE TABLE contact (id INTEGER PRIMARY KEY, mail TEXT, changed TEXT);
            CREATE TABLE phone (id INTEGER PRIMARY KEY, contact INTEGER NOT NULL, place INTEGER, kind TEXT, digits TEXT, label TEXT, secret TEXT);
            """);
    }

    [Test]
    public async Task A_row_is_changed_and_a_missing_one_made_and_no_other_touched()
    {
        Execute("erp.db", "INSERT INTO person VALUES ('p1', 'a@x.no', '2', '3')");
        Execute("crm.db", """
            INSERT INTO contact VALUES (1, 'a@x.no', NULL), (2, 'b@x.no', NULL);
            INSERT INTO phone VALUES (11, 1, 2, 'mobile', NULL, '', 'x'), (12, 1, 1, 'fax', '9', NULL, 'y'), (13, 2, 1, 'mobile', '7', 'z', 'z');
            """);
        await RunAsync();
        Phones().Should().Be("11:1:mobile:2::x 12:1:fax:9:-:y 13:2:mobile:7:z:z 14:1:at work:3:-:-");

        (await RunAsync()).Flows.Sum(flow => flow.UpdatedInTarget + flow.UpdatedInSource).Should().Be(0);
    }

    [Test]
    public async Task A_user_s_edit_of_a_row_comes_back()
    {
        Execute("erp.db", "INSERT INTO person VALUES ('p1', 'a@x.no', '2', NULL)");
        Execute("crm.db", "INSERT INTO contact VALUES (1, 'a@x.no', NULL); INSERT INTO phone VALUES (11, 1, 1, 'mobile', '2', 'z', 'x')");
        await RunAsync();
        Execute("crm.db", "UPDATE phone SET digits = '5'; UPDATE contact SET changed = '2030-01-01T00:00:00Z'");
        await RunAsync();

        Scalar("erp.db", "SELECT mobile FROM person").Should().Be("5");
        Phones().Should().Be("11:1:mobile:5:z:x");
    }

    [Test]
    public async Task Of_rows_that_match_the_first_in_the_order_of_the_description_is_meant()
    {
        Execute("erp.db", "INSERT INTO person VALUES ('p1', 'a@x.no', NULL, NULL)");
        Execute("crm.db", "INSERT INTO contact VALUES (1, 'a@x.no', NULL); INSERT INTO phone VALUES (11, 1, 2, 'mobile', '2', 'z', 'x'), (12, 1, 1, 'mobile', '3', 'z', 'x')");
        await RunAsync();

        Scalar("erp.db", "SELECT mobile FROM person").Should().Be("3");
    }

    [Test]
    public async Task A_look_at_the_system_reads_what_is_selected()
    {
        Execute("crm.db", "INSERT INTO contact VALUES (1, 'a@x.no', NULL); INSERT INTO phone VALUES (11, 1, 1, 'mobile', '2', 'z', 'x')");
        var set = ReadSet();
        var found = new List<Examination>();
        await foreach (var examination in new Doctor([new SqlConnector()], _clock).ExamineAsync(set, set.Workspace.Systems.Single(system => system.Name == "crm"), CancellationToken.None))
            found.Add(examination);

        found.Should().Contain(it => it.Layer == ExaminationLayer.Sample && it.Message == "Contact: 1 read").And.NotContain(it => it.Result == ExaminationResult.Failure);
    }

    public void Dispose() => _folder.Dispose();

    private string? Phones() =>
        Scalar("crm.db", "SELECT group_concat(id || ':' || contact || ':' || kind || ':' || digits || ':' || ifnull(label, '-') || ':' || ifnull(secret, '-'), ' ') FROM (SELECT * FROM phone ORDER BY id)");

    private async Task<RunReport> RunAsync()
    {
        _clock.Advance(TimeSpan.FromMinutes(1));
        return await new Runner([new SqlConnector()], _clock, _identifiers).RunAsync(ReadSet(), new RunOptions(), progress: null, CancellationToken.None);
    }

    private FlowSet ReadSet()
    {
        var reading = FlowSetReader.Read(WorkspaceLocator.Find(_folder.Path)!, [new SqlConnector()], new FlowSetOptions { ResolvesReferences = true });
        reading.Set.Should().NotBeNull(string.Join('\n', reading.Diagnostics.Select(reading.Render)));
        return reading.Set!;
    }

    private void Execute(string file, string sql)
    {
        using var database = SqliteDatabase.Open(_folder[file], SqliteAccess.Create, TimeSpan.Zero);
        database.Execute(sql);
    }

    private string? Scalar(string file, string sql)
    {
        using var database = SqliteDatabase.Open(_folder[file], SqliteAccess.Create, TimeSpan.Zero);
        using var query = database.Prepare(sql);
        return query.Step() ? query.Text(0) : null;
    }
}
