using SesamTalk.Simulation.Worlds;

namespace SesamTalk.Simulation.Checking;

/// <summary>What many histories must have exercised: a clause that never came up is a failure of the generator.</summary>
internal static class Exercised
{
    /// <summary>From how many histories on each clause must have come up.</summary>
    public const int Many = 1000;

    private static readonly string[] Common =
    [
        "O2 edit", "O3a first sight", "O3 modification time", "O3 time of the read", "I2a linked by cluster", "I4 ambiguous", "I4 linked by the first rule",
        "C1 created in the source", "C1 created in the target", "C4 waits", "G3 stopped", "R1 agreed", "R1 takes the greater stamp", "R2 one edit, two spellings",
        "R2 the nearer copy wins", "R3 the greater stamp wins", "R4 conflict, latest", "R5 a value and an empty one", "R6 emptied", "R7 sent", "R7 stays",
        "R10 waits", "W1 several properties in one write", "W3 stored as sent", "T4 killed", "INV3 edit beaten",
    ];

    private static readonly string[] Rare =
    [
        "O3 clock not believed", "O6 rewriting seen by a read", "O6 rewritten by the system", "I4 held by an earlier rule", "I4 linked by a later rule",
        "R10 created without its reference", "R10 translated",
    ];

    /// <summary>The clauses that so many histories should have exercised and did not.</summary>
    public static IReadOnlyList<string> Missing(Features features, Coverage coverage, long histories)
    {
        var wanted = Common.Concat(OfFeatures(features, common: true)).Concat(histories < Many ? [] : Rare.Concat(OfFeatures(features, common: false)));
        return [.. wanted.Where(clause => !coverage.Counts.ContainsKey(clause))];
    }

    private static IEnumerable<string> OfFeatures(Features features, bool common)
    {
        (bool On, bool Common, string Clause)[] clauses =
        [
            (features.SeveralRows, true, "R8 a later row gives the value"), (features.SeveralRows, false, "O3 the generation of a fellow"),
            (features.Policies, true, "R4 conflict, source"), (features.Policies, true, "R4 conflict, target"),
            (features.Policies, false, "R4 not as under latest"), (features.Policies, false, "R4 conflict, review"), (features.OnLink, false, "R5 on_link"), (features.OnLink, false, "R5 raised above the other"),
            (features.OnLink, false, "R5 held"), (features.Enforcing, false, "R7 drift"), (features.Enforcing, false, "R7 restored"), (features.Enforcing, false, "O6 what was taken back stands"),
            (features.Conditions, true, "R9 no row counts"), (features.Conditions, true, "R9 the condition holds"), (features.Selectors, true, "R9 an element selected"), (features.CreateWhen, true, "C1 the condition does not hold"),
            (features.Elements, true, "R11 elements that agree"), (features.Elements, true, "R11 on both sides"), (features.Elements, false, "R11 added"),
            (features.Elements, true, "R11 removed"), (features.Elements, true, "R11 changed"), (features.Elements, true, "R11 passed on"), (features.Elements, true, "R11 a removal passed on"),
            (features.Elements, false, "R11 an edit beats a removal"), (features.Elements, false, "R11 raised above a removal"), (features.Elements, false, "R11 stays alone"),
            (features.Elements, false, "R11 an edit of an element beaten"),
            (features.OnReference, true, "C1 nobody refers to it"), (features.OnReference, false, "C1 somebody refers to it"),
            (features.Deletes, true, "D1 deleted"), (features.Deletes, true, "D1 ended"), (features.Deletes, true, "O5 gone"), (features.Deletes, true, "D1 propagated"),
            (features.Deletes, false, "D1 archived"), (features.Deletes, false, "D3 made again"), (features.Deletes, false, "D3 an edit that does not travel"),
            (features.Deletes, false, "D4 came back"), (features.Deletes, false, "D4 takes its link up again"), (features.Deletes, false, "D4 its counterpart is made again"),
        ];
        return clauses.Where(clause => clause.On && clause.Common == common).Select(clause => clause.Clause);
    }
}
