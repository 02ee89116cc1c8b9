using SesamTalk.Sqlite;
using SesamTalk.TestKit;

namespace SesamTalk.Cli.Tests.Program;

/// <summary>A workspace of two systems with people in both: small enough to see through.</summary>
internal sealed class SmallWorkspace : IDisposable
{
    private const string Systems = """
        version: 1
        systems:
          crm:
            names: [CRM]
            rank: 20
            connector: sql
            settings: { provider: sqlite, connection: "Data Source=crm.db" }
            entities: crm.entities.yaml
          shop:
            names: [Web shop, Shop]
            rank: 10
            connector: sql
            settings: { provider: sqlite, connection: "Data Source=shop.db" }
            entities: shop.entities.yaml

        """;

    private const string Crm = """
        version: 1
        entities:
          Person:
            key: { property: id, given_by: system }
            natural_keys: [[name]]
            properties:
              id: { type: integer, access: never }
              name: { type: string, mandatory: true }
              email: { type: string, format: email }
              phone: { type: string }

        """;

    private const string Shop = """
        version: 1
        entities:
          Customer:
            key: { property: no, given_by: system }
            natural_keys: [[full_name]]
            properties:
              no: { type: integer, access: never }
              full_name: { type: string, mandatory: true, max_length: 20 }
              mail: { type: string, format: email }
              mobile: { type: string }

        """;

    public const string PeopleFlow = """
        version: 1
        flow: people
        document: CRM to Shop
        tags: [persons]
        source: { system: crm, entity: Person }
        target: { system: shop, entity: Customer }
        create: both
        match:
          - { email: mail }
        properties:
          - { source: name, target: full_name, type: string }
          - { source: email, target: mail, type: string }
          - { source: phone, target: mobile, type: string }

        """;

    private readonly TemporaryFolder _folder = new();

    public SmallWorkspace()
    {
        Write("systems.yaml", Systems);
        Write("crm.entities.yaml", Crm);
        Write("shop.entities.yaml", Shop);
        Write("people.flow.yaml", PeopleFlow);
        Execute("crm", "CREATE TABLE Person (id INTEGER PRIMARY KEY, name TEXT NOT NULL, email TEXT, phone TEXT)");
        Execute("shop", "CREATE TABLE Customer (no INTEGER PRIMARY KEY, full_name TEXT NOT NULL CHECK (length(full_name) <= 20), mail TEXT, mobile TEXT)");
    }

    public string Folder => _folder.Path;

    /// <summary>Two people in both systems, one in each of them only, and two who share a mailbox.</summary>
    public SmallWorkspace WithPeople()
    {
        Execute("crm", """
            INSERT INTO Person VALUES (1, 'Ada Vik', 'ada@example.com', '900 10 001'), (2, 'Bo Ek', 'bo@example.com', NULL),
            (3, 'Cleo Lind', 'cleo@example.com', '900 10 003'), (4, 'Dag Moe', 'post@example.com', NULL), (5, 'Eva Moe', 'post@example.com', NULL)
            """);
        Execute("shop", """
            INSERT INTO Customer VALUES (11, 'Ada Vik', 'ADA@example.com', NULL), (12, 'Bo Ek', 'bo@example.com', '900 10 002'),
            (13, 'Finn Dahl', 'finn@example.com', NULL), (14, 'D. Moe', 'post@example.com', NULL)
            """);
        return this;
    }

    public TestProgram Program(int? terminal = null) => new(Folder) { Terminal = terminal };

    public void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[file])!);
        File.WriteAllText(_folder[file], text);
    }

    public string PathOf(string file) => _folder[file];

    public void Execute(string system, string sql)
    {
        using var database = SqliteDatabase.Open(_folder[$"{system}.db"], SqliteAccess.Create, TimeSpan.Zero);
        database.Execute(sql);
    }

    public void Dispose() => _folder.Dispose();
}
