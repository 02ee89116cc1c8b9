using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Selecting;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.State.Reading;

/// <summary>Why the values of a record are what they are (clause H2).</summary>
internal sealed class ExplanationReader(StateNames names, JournalReader journal, ConflictReader conflicts, LinkReader links, FlowSet? set)
{
    /// <summary>Explains a record, or one of its properties.</summary>
    public RecordExplanation Of(PathedRecord record, string? property)
    {
        var (name, asked) = (record.Record.Name, property is null ? null : SelectingPath.Spelt(property));
        var changes = journal.Of(name).GroupBy(change => change.Path).ToDictionary(path => path.Key, path => path.Last());
        var met = conflicts.Of(name.ToString());
        var paths = record.Paths.Where(path => asked is null || path == asked).Order(StringComparer.Ordinal);
        return new RecordExplanation(links.Of(record), [.. paths.Select(path => Explain(record, path, changes.GetValueOrDefault(path), met))]);
    }

    private PropertyExplanation Explain(PathedRecord record, string path, JournalChange? last, List<ConflictStatus> met)
    {
        var (name, place) = (record.Record.Name, record.PlaceOf(path));
        var stamp = record.Record.Stamps[place];
        var written = last is not null && last.Change.Stamp.IsSameEdit(stamp) ? last : null;
        return new PropertyExplanation(
            path,
            Masked.Of(record.Record.Values[place], names.IsSensitive(name.Entity, path)),
            OriginOf(stamp, name),
            stamp.IsUnknown ? string.Empty : stamp.Origin.ToString(),
            JournalReader.TimeOf(stamp),
            written is null ? null : journal.Shown(written),
            written is null ? string.Empty : ConversionsOf(written),
            [.. met.Where(conflict => (conflict.Winner == name.ToString() && conflict.WinnerProperty == path) || (conflict.Loser == name.ToString() && conflict.LoserProperty == path))]);
    }

    private static ValueOrigin OriginOf(Stamp stamp, RecordName record) => stamp switch
    {
        { IsUnknown: true } => ValueOrigin.NotSeen,
        { IsUnsaid: true } => ValueOrigin.NeverFilled,
        _ when stamp.Origin != record => ValueOrigin.Elsewhere,
        { Epoch: 0 } => ValueOrigin.FirstSight,
        _ => ValueOrigin.Here,
    };

    private string ConversionsOf(JournalChange change) => set?.Flows
        .FirstOrDefault(flow => flow.Name == names.Flows[change.Change.Flow].Name)?.Properties
        .FirstOrDefault(row => row.Place.Line == change.Change.Line)?.ConversionText ?? string.Empty;
}
