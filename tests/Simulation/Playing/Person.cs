using SesamTalk.Engine.Deciding;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Running;
using SesamTalk.Engine.State;

namespace SesamTalk.Simulation.Playing;

/// <summary>What a person decides between two runs (clauses I2b, I6, R4).</summary>
internal sealed class Person(FlowSet set, TimeProvider clock, IIdentifierSource identifiers)
{
    private readonly Decisions _decisions = new(clock, identifiers);
    private readonly HashSet<(string One, string Other)> _apart = [];

    /// <summary>The records that were unlinked: who is free again may stay alone.</summary>
    public HashSet<string> Unlinked { get; } = new(StringComparer.Ordinal);

    /// <summary>How many conflicts were decided.</summary>
    public int Resolved { get; private set; }

    /// <summary>Whether two records are never to be linked again (clause I6).</summary>
    public bool KeepsApart(string one, string other) => _apart.Contains(Pair(one, other));

    /// <summary>Unlinks two records.</summary>
    public void Unlink(string one, string other)
    {
        if (_decisions.Unlink(set, one, other).Result == DecisionResult.Done)
        {
            _apart.Add(Pair(one, other));
            Unlinked.UnionWith([one, other]);
        }
    }

    /// <summary>Links two records, also two that were unlinked.</summary>
    public void Link(string one, string other)
    {
        if (_decisions.Link(set, one, other).Result == DecisionResult.Done)
        {
            _apart.Remove(Pair(one, other));
        }
    }

    /// <summary>Takes one side of the first conflict that waits in a cluster: by property, then by where the two edits were made.</summary>
    /// <returns>The record whose value was taken, its property, that value, and the one that was not taken; none where nothing waits.</returns>
    public (string Record, string Property, string Value, string Other)? Resolve(IEnumerable<ConflictStatus> conflicts, IReadOnlyCollection<string> cluster, bool takesFirst)
    {
        var waiting = conflicts.Where(c => c.Waits && cluster.Contains(c.Winner))
            .OrderBy(c => c.WinnerProperty, StringComparer.Ordinal).ThenBy(c => Edits(c)[0], StringComparer.Ordinal).ThenBy(c => Edits(c)[1], StringComparer.Ordinal)
            .FirstOrDefault();
        if (waiting is null)
        {
            return null;
        }

        var takesWinner = waiting.WinnerEdit == Edits(waiting)[takesFirst ? 0 : 1];
        var (record, property, value) = takesWinner ? (waiting.Winner, waiting.WinnerProperty, waiting.WinnerValue) : (waiting.Loser, waiting.LoserProperty, waiting.LoserValue);
        var isDone = _decisions.Resolve(set, waiting.Number, waiting.WaitingSource == record ? TakenSide.Source : TakenSide.Target).Result == DecisionResult.Done;
        Resolved += isDone ? 1 : 0;
        return isDone ? (record, property, value, takesWinner ? waiting.LoserValue : waiting.WinnerValue) : null;
    }

    private static string[] Edits(ConflictStatus conflict) => [.. new[] { conflict.WinnerEdit, conflict.LoserEdit }.Order(StringComparer.Ordinal)];

    private static (string One, string Other) Pair(string one, string other) => string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one);
}
