using System.Collections.Immutable;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Flows;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Engine.Tests;

/// <summary>The worlds that most tests of clauses begin with.</summary>
internal static class People
{
    public const string Rows = "name = name; mail = mail; phone = phone";

    public static ImmutableArray<MatchRule> MatchByMail { get; } = [new MatchRule([new MatchPair("mail", "mail")], new Place("flows/people.flow.yaml", 7, 5, 7, 9))];

    /// <summary>An ERP (rank 30) with persons and a CRM (rank 20) with contacts, and no flow yet.</summary>
    public static World TwoSystems(string erp = "name, mail email, phone", string crm = "name, mail email, phone") => new World()
        .System("erp", 30, $"Person: {erp}")
        .System("crm", 20, $"Contact: {crm}");

    /// <summary>The same with the flow <c>people</c> between them, matched by mail.</summary>
    public static World InTwoSystems(CreatePolicy create = CreatePolicy.Source, string match = "mail", string rows = Rows) =>
        TwoSystems().Flow("people", "erp/Person", "crm/Contact", rows, match, create);

    /// <summary>The same with Anna on both sides, linked and settled; her counterpart is <c>crm/Contact/c1</c>.</summary>
    public static async Task<World> SettledAsync(string rows = Rows)
    {
        var world = InTwoSystems(rows: rows).Add("erp/Person/p1", Anna).Add("crm/Contact/c1", Anna);
        await world.RunAsync();
        return world;
    }

    public const string Anna = "name: Anna, mail: anna@x.no, phone: 1";

    /// <summary>Three systems, each with a flow to each other: a circle.</summary>
    public static World InACircle(string ab = "ab", string bc = "bc", string ac = "ac") => new World()
        .System("a", 30, "P: name, mail email, phone")
        .System("b", 20, "P: name, mail email, phone")
        .System("c", 10, "P: name, mail email, phone")
        .Flow(ab, "a/P", "b/P", Rows, "mail")
        .Flow(bc, "b/P", "c/P", Rows, "mail")
        .Flow(ac, "a/P", "c/P", Rows, "mail");
}
