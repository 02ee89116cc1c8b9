using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SesamTalk.Engine.Documents;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Flows.Reading;

namespace SesamTalk.Engine.Proposing;

/// <summary>Writes proposed rows with their columns in line and what speaks for them behind.</summary>
/// <param name="rows">The rows.</param>
/// <param name="indent">What stands before each.</param>
internal sealed class ProposedTable(ImmutableArray<ProposedRow> rows, string indent)
{
    private readonly int _source = rows.Where(IsShort).Select(row => Source(row).Length).DefaultIfEmpty().Max();
    private readonly int _target = rows.Where(IsShort).Select(row => Target(row).Length).DefaultIfEmpty().Max();

    /// <summary>The lines.</summary>
    public string Write()
    {
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            text.Append(IsShort(row) ? Short(row) : Long(row));
        }

        return text.ToString();
    }

    private static bool IsShort(ProposedRow row) => row.Elements is null;

    private static string Source(ProposedRow row) => $"source: {YamlText.Scalar(row.Source)},";

    private static string Target(ProposedRow row) => $"target: {YamlText.Scalar(row.Target)},";

    private string Short(ProposedRow row) =>
        $"{indent}- {{ {Source(row).PadRight(_source)} {Target(row).PadRight(_target)} {string.Join(", ", More(row))} }}   {Mark(row)}\n";

    private string Long(ProposedRow row)
    {
        var (key, elements) = (row.Elements!.Key, row.Elements.Rows);
        var inner = indent + "  ";
        var direction = row.Direction == Direction.Both ? string.Empty : $"{inner}direction: {Words.Of(row.Direction)}\n";
        return $"{indent}- source: {YamlText.Scalar(row.Source)}   {Mark(row)}\n"
            + $"{inner}target: {YamlText.Scalar(row.Target)}\n"
            + direction
            + $"{inner}each: {{ key: {{ {YamlText.Scalar(key.Source)}: {YamlText.Scalar(key.Target)} }} }}\n"
            + (elements.IsEmpty ? $"{inner}properties: []\n" : $"{inner}properties:\n{new ProposedTable(elements, inner + "  ").Write()}");
    }

    private static IEnumerable<string> More(ProposedRow row)
    {
        yield return $"type: {Words.Of(row.Type)}";
        if (row.Of is { } of)
        {
            yield return $"of: {{ source: {YamlText.Scalar(of.Source)}, target: {YamlText.Scalar(of.Target)} }}";
        }

        if (row.Direction != Direction.Both)
        {
            yield return $"direction: {Words.Of(row.Direction)}";
        }

        if (row.Convert is { } convert)
        {
            yield return $"convert: {convert}";
        }
    }

    private static string Mark(ProposedRow row) => string.Create(
        CultureInfo.InvariantCulture, $"# confirm: {row.Reasons[0]} ({row.Sureness:0.00}){string.Concat(row.Reasons.Skip(1).Select(reason => $"; {reason}"))}");
}
