using System.Text;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Cli.Tests.ShippedSet;

/// <summary>Whether a row of a link agrees (clause R1), found without the engine's own comparison.</summary>
internal static class Agreement
{
    public static bool Holds(LinkedPair link, Row row, Snapshot snapshot, Clusters clusters)
    {
        var source = snapshot[new Cell(link.Source, row.Source)];
        var target = snapshot[new Cell(link.Target, row.Target)];
        return row.Of is { } of
            ? Refer(link, of, source, target, clusters)
            : Canonical(row.Conversions.Aggregate(source, (value, conversion) => conversion.Get(value).Value), row) == Canonical(target, row);
    }

    // A counterpart that is not there leaves the row waiting, with nothing on the other side.
    private static bool Refer(LinkedPair link, ReferencedEntities of, Value source, Value target, Clusters clusters)
    {
        var (one, other) = ($"{link.Flow.Source.System.Name}/{of.Source}/{source}", $"{link.Flow.Target.System.Name}/{of.Target}/{target}");
        return source.IsNone || target.IsNone || clusters.Of(one) == clusters.Of(other);
    }

    private static string Canonical(Value value, Row row)
    {
        var text = value.Kind == ValueKind.Decimal ? value.AsDecimal.ToString("0.############", System.Globalization.CultureInfo.InvariantCulture) : value.ToString();
        var plain = text.Trim().Normalize(NormalizationForm.FormC);
        return row.Source.Contains("mail", StringComparison.OrdinalIgnoreCase) ? plain.ToUpperInvariant() : plain;
    }
}
