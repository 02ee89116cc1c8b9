namespace SesamTalk.Engine.Documents;

/// <summary>Turns the rows of a document's tables into rows of a flow.</summary>
internal sealed class RowDrafting(ResolvedSide source, ResolvedSide target, ImportNotes notes)
{
    /// <summary>A row of the property table.</summary>
    public RowDraft Draft(PropertyRow row)
    {
        string cell = row.DataType.Trim(' ', '\t');
        DataTypeMeaning meaning = DataTypeReader.Read(cell.Length == 0 ? DataTypeReader.NotSaid : cell);
        NoteConditions(row);
        return ReferenceRows.Is(row, meaning.Type, source, target)
            ? Reference(row, cell, meaning)
            : Plain(row, cell, meaning);
    }

    /// <summary>Whether a pair can be a match rule; notes why not.</summary>
    public bool CanMatch(MergeRow row)
    {
        if (row.Source.Path.Length == 0 || row.Target.Path.Length == 0)
            notes.BlankMatch(row);
        else if (row.Source.Conditions.Length + row.Target.Conditions.Length > 0)
            notes.ConditionalMatch(row);
        else
            return true;
        return false;
    }

    private RowDraft Plain(PropertyRow row, string cell, DataTypeMeaning meaning)
    {
        if (meaning is { Type: null, SaysAll: true })
            notes.NotSaid(row);
        return Start(row, meaning.Type) with { Removes = meaning.Removes, Kept = Keep(row, cell, meaning.SaysAll) };
    }

    private RowDraft Reference(PropertyRow row, string cell, DataTypeMeaning meaning)
    {
        (string Source, string Target)? of = ReferenceRows.Of(row, source, target);
        if (of is { } known)
            notes.Reference(row, known);
        else
            notes.OpenReference(row);
        // What a reference replaces is text nearly always; anything else would be forgotten.
        return Start(row, "reference") with { Of = of, Kept = Keep(row, cell, meaning is { Type: "string", SaysAll: true, Removes: null }) };
    }

    private static RowDraft Start(PropertyRow row, string? type) => new(row.Source.Path, row.Target.Path, type)
    {
        SourceConditions = row.Source.Conditions,
        TargetConditions = row.Target.Conditions,
    };

    private string? Keep(PropertyRow row, string cell, bool saysAll)
    {
        if (saysAll || cell.Length == 0)
            return null;
        notes.Keep(row.Line, cell);
        return cell;
    }

    private void NoteConditions(PropertyRow row)
    {
        if (row.Source.Conditions.Concat(row.Target.Conditions).Any(c => c.Path.Length == 0))
            notes.ConditionWithoutProperty(row);
    }
}
