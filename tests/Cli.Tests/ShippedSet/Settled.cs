using System.Security.Cryptography;
using System.Text;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Values;

namespace SesamTalk.Cli.Tests.ShippedSet;

/// <summary>A snapshot as text that does not depend on the keys that systems and the engine made up, nor on when things were written.</summary>
internal static class Settled
{
    private const int Rounds = 4;

    private static readonly HashSet<string> Numbered =
        ["exact-online/SalesOrders/OrderNumber", "exact-online/Quotations/QuotationNumber", "poweroffice-go/Customers/Number"];

    /// <summary>What two worlds that began alike do not have in common, a few lines of it; nothing where they are the same.</summary>
    public static IReadOnlyList<string> Difference(Snapshot expected, Snapshot actual, Snapshot before) =>
        Difference(Lines(expected, before), Lines(actual, before));

    /// <summary>What two lists of lines do not have in common, a few of them.</summary>
    public static IReadOnlyList<string> Difference(IReadOnlyList<string> expected, IReadOnlyList<string> actual) =>
        [.. Without(expected, actual).Select(line => $"missing: {line}").Take(5), .. Without(actual, expected).Select(line => $"instead: {line}").Take(5)];

    /// <summary>The records by names that do not depend on keys that were made up: such a record is named by what it holds, and by what that refers to, to some depth.</summary>
    /// <param name="snapshot">The records.</param>
    /// <param name="before">The records that were there before: their keys are given.</param>
    public static IReadOnlyDictionary<string, string> NamesOf(Snapshot snapshot, Snapshot before)
    {
        var names = snapshot.Records.ToDictionary(it => it.Key, it => before.Records.ContainsKey(it.Key) ? it.Value.Key : "new", StringComparer.Ordinal);
        for (var round = 0; round < Rounds; round++)
        {
            names = snapshot.Records.ToDictionary(
                it => it.Key,
                it => before.Records.ContainsKey(it.Key) ? it.Value.Key : $"new {Hash(Describe(it.Value, names))}",
                StringComparer.Ordinal);
        }

        return names;
    }

    // In an order of their own.
    private static List<string> Lines(Snapshot snapshot, Snapshot before)
    {
        var names = NamesOf(snapshot, before);
        var lines = snapshot.Records.Select(it => $"{it.Value.System}/{it.Value.Entity.Name} {names[it.Key]}: {Describe(it.Value, names)}");
        return [.. lines.Order(StringComparer.Ordinal)];
    }

    // Two records may read alike, so lines are counted.
    private static IEnumerable<string> Without(IReadOnlyList<string> lines, IReadOnlyList<string> others)
    {
        var left = others.CountBy(line => line).ToDictionary(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            left[line] = left.GetValueOrDefault(line) - 1;
            if (left[line] < 0)
            {
                yield return line;
            }
        }
    }

    private static string Describe(SeenRecord record, IReadOnlyDictionary<string, string> names) => string.Join(" | ",
        from property in record.Entity.Properties
        where property.Path != record.Entity.Key.Property && property.Path != record.Entity.Modified && property.Path != record.Entity.ExternalReference
        where !IsItsOwn($"{record.System}/{record.Entity.Name}/{property.Path}", property)
        let value = record.Values[property.Path]
        where !value.IsNone
        select $"{property.Path}={(property.Elements is { } elements ? Shown(record, elements, value, names) : Shown(record, property.References, value, names))}");

    // What a system says of its records by itself: when they were made, their sums, their places in its own series of numbers.
    private static bool IsItsOwn(string name, PropertyDescription property) => property.Access == WriteAccess.Never || Numbered.Contains(name);

    // Without the keys that systems made up, in an order of their own.
    private static string Shown(SeenRecord record, ElementsDescription elements, Value list, IReadOnlyDictionary<string, string> names) => string.Join(" & ", list.AsList
        .Select(element => string.Join(
            ", ",
            elements.Properties.Zip(element.AsElement).Where(it => it.First.Path != elements.Key && it.First.Access != WriteAccess.Never).Select(it => Shown(record, it.First.References, it.Second, names))))
        .Order(StringComparer.Ordinal));

    private static string Shown(SeenRecord record, string? entity, Value value, IReadOnlyDictionary<string, string> names) =>
        entity is null ? value.ToString() : names.GetValueOrDefault($"{record.System}/{entity}/{value}", $"nobody {value}");

    private static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
}
