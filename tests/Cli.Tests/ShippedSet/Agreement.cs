using System.Text;
using SesamTalk.Connectors.Descriptions;
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
        return row.Each is { } each ? AgreeElements(link, row, each, source, target, clusters)
            : Agree(link, row, source, target, clusters);
    }

    // Elements are the same by their keys: what is on one side is on the other, but for what waits.
    private static bool AgreeElements(LinkedPair link, Row row, Elements each, Value source, Value target, Clusters clusters)
    {
        var from = link.Flow.Source.Entity.Property(row.Source)!.Elements!;
        var to = link.Flow.Target.Entity.Property(row.Target)!.Elements!;
        var refers = each.Rows.FirstOrDefault(element => element.Of is not null && element.Source == each.Key[0].Source)?.Of;
        string Named(string system, string? entity, string key) => entity is null ? key : clusters.Of($"{system}/{entity}/{key}");
        var sources = ByKey(source, from, each.Key[0].Source, key => Named(link.Flow.Source.System.Name, refers?.Source, key));
        var targets = ByKey(target, to, each.Key[0].Target, key => Named(link.Flow.Target.System.Name, refers?.Target, key));
        return sources.Keys.ToHashSet().SetEquals(targets.Keys) && sources.Keys.All(key => each.Rows.Where(element => element.Direction == Direction.Both).All(element =>
            Agree(link, element, sources[key][from.IndexOf(element.Source)], targets[key][to.IndexOf(element.Target)], clusters)));
    }

    private static Dictionary<string, IReadOnlyList<Value>> ByKey(Value list, ElementsDescription elements, string key, Func<string, string> name) =>
        (list.IsNone ? [] : list.AsList).ToDictionary(element => name(element.AsElement[elements.IndexOf(key)].ToString()), element => element.AsElement);

    private static bool Agree(LinkedPair link, Row row, Value source, Value target, Clusters clusters)
    {
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
