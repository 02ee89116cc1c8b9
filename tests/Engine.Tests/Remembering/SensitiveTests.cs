using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Running;
using SesamTalk.Sqlite;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Engine.Tests.Remembering;

[Clause("H3")]
public sealed class SensitiveTests
{
    private static readonly string[] Secrets = ["4711001", "4711002", "4711003", "4711004", "4711005", "4711006"];

    [Test]
    public async Task Nothing_that_a_run_tells_or_keeps_as_text_shows_a_sensitive_value()
    {
        using var world = await FaultyAsync();
        var report = await world.RunAsync();
        world.Resolve(1, Deciding.TakenSide.Source);
        var undone = await world.UndoAsync(1);

        report.Findings.Should().HaveCountGreaterThan(2, "there is something that could tell");
        world.Conflicts().Should().NotBeEmpty();
        foreach (var text in Told(report).Concat(Told(undone!.Run)).Concat(undone.Changes.Select(it => $"{it}")).Concat(Asked(world)).Concat(Texts(world.StatePath)))
        {
            Secrets.Should().NotContain(secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase), text);
        }
    }

    [Test]
    public async Task What_is_hidden_is_told_to_be()
    {
        using var world = await FaultyAsync();
        await world.RunAsync();

        world.DeadLetters().Select(letter => letter.Reason).Should().Contain(
            ["'phone' is not as described; what the system holds is not shown, since it is sensitive", "no good: (sensitive)"]);
        world.Journal().Where(change => change.Property == "phone" && change.After is not null).Should().OnlyContain(change => change.After == "(sensitive)");
        world.Conflicts().Should().Contain(conflict => conflict.WinnerValue == "(sensitive)" && conflict.LoserValue == "(sensitive)");
    }

    [Test]
    public async Task A_value_stays_sensitive_where_another_flow_carries_it_on()
    {
        using var world = await FaultyAsync();
        await world.RunAsync();

        world.Ask(state => state.Explain(world.Only("shop/Customer"), "tel"))!.Properties.Single().Value.ToString().Should().Be("(sensitive)");
    }

    [Test]
    public async Task A_row_that_became_sensitive_hides_what_was_kept_before()
    {
        using var world = await People.SettledAsync();
        world.Edit("erp/Person/p1", "phone", "2").Edit("crm/Contact/c1", "phone", "3");
        await world.RunAsync();
        world.Change("people", flow => flow with { Properties = [.. flow.Properties.Select(row => row with { Sensitive = row.Source == "phone" })] });

        world.Ask(state => state.Conflicts().Single().LoserValue).Should().Be("(sensitive)");
        world.Ask(state => state.Explain("erp/Person/p1", "phone"))!.Properties.Single().Value.ToString().Should().Be("(sensitive)");
    }

    /// <summary>Phones are sensitive: one is in conflict, one is rejected, one cannot be read, one is in review, and one is carried on to a third system.</summary>
    private static async Task<World> FaultyAsync()
    {
        var world = People.InTwoSystems(match: "mail | phone").System("shop", 10, "Customer: mail email, tel")
            .Flow("shop", "crm/Contact", "shop/Customer", "mail = mail; phone = tel", "mail", CreatePolicy.Never)
            .Change("people", flow => flow with { Properties = [.. flow.Properties.Select(row => row with { Sensitive = row.Source == "phone" })] })
            .Add("erp/Person/p1", "name: Anna, mail: anna@x.no, phone: 4711001").Add("crm/Contact/c1", "name: Anna, mail: anna@x.no, phone: 4711001")
            .Add("shop/Customer/s1", "mail: anna@x.no")
            .Add("erp/Person/p2", "name: Bo, phone: 4711002").Add("crm/Contact/c2", "name: B, phone: 4711002").Add("crm/Contact/c3", "name: Bo, phone: 4711002");
        await world.RunAsync();
        world.Edit("erp/Person/p1", "phone", "4711003").Edit("crm/Contact/c1", "phone", "4711004");
        world.Add("erp/Person/p5", "name: Cy, phone: 4711005").Add("erp/Person/p6", "name: Di, phone: 1").Add("erp/Person/p7", "name: Ed, phone: 1");
        world["erp/Person"].Spoil("p6", "phone", "'phone' should be a number, but the system holds '4711006'");
        world["erp/Person"].Spoil("p7", null, "odd: '4711006'");
        world.Faults("crm").Reject(proposal => proposal["phone"].ToString() == "4711005", "no good: 4711005");
        return world;
    }

    private static IEnumerable<string> Told(RunReport report) => report.Findings.Select(finding => $"{finding}");

    private static IEnumerable<string> Asked(World world)
    {
        var status = world.Ask(state => state.Status());
        return
        [
            .. status.Reviews.SelectMany(review => review.Candidates.SelectMany(candidate => candidate.Evidence).Append($"{review}")),
            .. status.DeadLetters.Select(letter => $"{letter}"),
            .. status.Waiting.Select(waiting => $"{waiting}"),
            .. world.Ask(state => state.Journal().Select(change => $"{change}").ToList()),
            .. world.Ask(state => state.Conflicts().Select(conflict => $"{conflict}").ToList()),
            .. world.Ask(state => state.Explain("crm/Contact/c1", null)!.Properties.Select(property => $"{property}").ToList()),
            .. world.Ask(state => state.History("crm/Contact/c1", 99)!.Changes.Select(change => $"{change}").ToList()),
        ];
    }

    // Every text in every column; the binary ones are the engine's own.
    private static List<string> Texts(string path)
    {
        using var database = SqliteDatabase.Open(path, SqliteAccess.ReadWrite, TimeSpan.Zero);
        var texts = new List<string>();
        foreach (var table in Column(database, "SELECT name FROM sqlite_master WHERE type = 'table'"))
        {
            foreach (var column in Column(database, $"SELECT name FROM pragma_table_info('{table}')"))
            {
                texts.AddRange(Column(database, $"SELECT {column} FROM {table} WHERE typeof({column}) = 'text'"));
            }
        }

        return texts;
    }

    private static List<string> Column(SqliteDatabase database, string sql)
    {
        using var query = database.Prepare(sql);
        var texts = new List<string>();
        while (query.Step())
        {
            texts.Add(query.Text(0));
        }

        return texts;
    }
}
