using System.Collections.Immutable;
using System.Text;

namespace SesamTalk.Engine.Documents;

/// <summary>Writes a property table with its columns in line.</summary>
internal sealed class RowTable
{
    // A path beyond this stands out of line, so that it does not push all others away.
    private const int Widest = 48;

    private readonly ImmutableArray<RowDraft> _rows;
    private readonly int _source;
    private readonly int _target;

    public RowTable(ImmutableArray<RowDraft> rows)
    {
        _rows = rows;
        _source = Width(r => Source(r));
        _target = Width(r => Target(r));
    }

    public void Write(StringBuilder text)
    {
        foreach (RowDraft row in _rows)
            Write(text, row);
    }

    private static string Source(RowDraft row) => $"source: {YamlText.Scalar(row.Source)},";

    private static string Target(RowDraft row) => $"target: {YamlText.Scalar(row.Target)}";

    private int Width(Func<RowDraft, string> cell) =>
        _rows.Select(r => cell(r).Length).Where(l => l <= Widest).DefaultIfEmpty().Max();

    private void Write(StringBuilder text, RowDraft row)
    {
        string more = string.Join(", ", More(row));
        text.Append("  - { ").Append(Source(row).PadRight(_source)).Append(' ');
        text.Append(more.Length == 0 ? Target(row) : $"{Target(row)},".PadRight(_target + 1) + " " + more).Append(" }");
        if (row is { Type: "reference", Of: null })
            text.Append("   # open: of: { source: ..., target: ... }");
        text.Append('\n');
    }

    private static IEnumerable<string> More(RowDraft row)
    {
        if (row.Type is not null)
            yield return $"type: {row.Type}";
        if (row.Of is { } of)
            yield return $"of: {{ source: {YamlText.Scalar(of.Source)}, target: {YamlText.Scalar(of.Target)} }}";
        if (row.Convert is not null)
            yield return $"convert: {row.Convert}";
        if (ConditionText.Of(row) is { } condition)
            yield return $"when: {condition}";
        if (row.Kept is not null)
            yield return $"note: {YamlText.Scalar("Data Type " + row.Kept)}";
    }
}
