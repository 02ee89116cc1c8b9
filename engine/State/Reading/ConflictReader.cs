using SesamTalk.Engine.Reconciling;
using SesamTalk.Engine.Values;
using SesamTalk.Sqlite;

namespace SesamTalk.Engine.State.Reading;

/// <summary>The recorded conflicts, and which of them wait for a person (clause R4).</summary>
internal sealed class ConflictReader(StateQuery query, StateNames names, MirrorReader mirror)
{
    private const string All = """
        SELECT c.run, c.flow, c.place, c.winner, c.winner_property, c.winner_value, c.winner_edit, c.loser, c.loser_property, c.loser_value, c.loser_edit, c.decided_by,
            c.number, c.resolved, c.taken, r.started
        FROM conflict c LEFT JOIN run r ON r.number = c.run
        """;

    /// <summary>All of them, oldest first.</summary>
    public IEnumerable<ConflictStatus> Read() => query.Rows($"{All} ORDER BY c.number", Read);

    /// <summary>Those that wait for a person, oldest first.</summary>
    public IEnumerable<ConflictStatus> Waiting() => query
        .Rows($"{All} WHERE c.resolved IS NULL AND c.decided_by LIKE '{Conflict.Review}%' ORDER BY c.number", Read)
        .Where(conflict => conflict.Waits);

    /// <summary>The conflict of that number, if there is one.</summary>
    public ConflictStatus? Find(long number) => query.Rows($"{All} WHERE c.number = ?", Read, number).SingleOrDefault();

    /// <summary>Those that a record was part of, oldest first.</summary>
    public List<ConflictStatus> Of(string record) => query.Rows($"{All} WHERE c.winner = ?1 OR c.loser = ?1 ORDER BY c.number", Read, record);

    private ConflictStatus Read(Statement row)
    {
        var conflict = new ConflictStatus(
            row.Long(0), row.Text(1), row.Text(2), row.Text(3), row.Text(4), row.Text(5), row.Text(6), row.Text(7), row.Text(8), row.Text(9), row.Text(10), row.Text(11))
        {
            Number = row.Long(12),
            Resolved = row.IsNull(13) ? null : row.Long(13),
            Taken = row.IsNull(14) ? null : row.Text(14),
            RunStarted = new DateTimeOffset(row.Long(15), TimeSpan.Zero),
        };
        return conflict with
        {
            WinnerValue = Shown(conflict.Winner, conflict.WinnerProperty, conflict.WinnerValue),
            LoserValue = Shown(conflict.Loser, conflict.LoserProperty, conflict.LoserValue),
            WaitingSource = WaitingSource(conflict),
        };
    }

    // A row may have become sensitive after the conflict was recorded.
    private string Shown(string record, string property, string value) =>
        RecordName.Read(record) is { } name && names.IsSensitive(name.Entity, property) ? Masked.Text : value;

    // Overtaken is what one side no longer carries, or no link joins any longer.
    private string? WaitingSource(ConflictStatus conflict) => conflict.Resolved is null
        && conflict.DecidedBy.StartsWith(Conflict.Review, StringComparison.Ordinal)
        && mirror.Find(conflict.Winner) is { } winner
        && mirror.Find(conflict.Loser) is { } loser
        && Carries(winner, conflict.WinnerEdit)
        && Carries(loser, conflict.LoserEdit)
        ? AreLinked(conflict.Flow, winner, loser) ? conflict.Winner : AreLinked(conflict.Flow, loser, winner) ? conflict.Loser : null
        : null;

    // A value may carry the edit of another property that counts with it (clause R8), and a list those of its elements (clause R11).
    private static bool Carries(PathedRecord record, string edit) => record.Record.Stamps
        .SelectMany(stamp => (stamp.Elements?.Marks ?? []).SelectMany(mark => mark.Properties ?? []).Prepend(stamp))
        .Any(stamp => ConflictSide.TextOf(stamp) == edit);

    private bool AreLinked(string flow, PathedRecord source, PathedRecord target) => query.Count(
        "SELECT count(*) FROM link l JOIN flow f ON f.number = l.flow WHERE f.name = ? AND l.source = ? AND l.target = ?",
        flow,
        source.Record.Id,
        target.Record.Id) > 0;
}
