using SesamTalk.Connectors.Memory;
using SesamTalk.Connectors.Values;
using SesamTalk.Simulation.Worlds;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Simulation.Playing;

/// <summary>
/// Properties that stand in elements of a list (clause R9): <c>y</c> as <c>c[t=y].v</c>. For people, and for the model, they are properties
/// like any other; only flows and systems know the list, with an element that no flow maps.
/// </summary>
internal static class ListedProperties
{
    /// <summary>The list.</summary>
    public const string List = "c";

    private const string Unmapped = "f/9";

    /// <summary>The entity with the list instead of what stands in it.</summary>
    public static string Describe(EntityPlan plan) => plan.Listed.Any()
        ? $"{plan.Listed.Aggregate(plan.Description, (text, property) => text.Replace($" {property},", string.Empty, StringComparison.Ordinal))}, {List}[t + v]"
        : plan.Description;

    /// <summary>How flows name a property.</summary>
    public static string PathOf(EntityPlan entity, string property) => entity.IsListed(property) ? $"{List}[t={property}].v" : property;

    /// <summary>The property that flows name so.</summary>
    public static string PropertyAt(string path) => path.StartsWith($"{List}[", StringComparison.Ordinal) ? path.Split('=', ']')[1] : path;

    /// <summary>The value of a property in its system; none where there is no such element, or nothing in it.</summary>
    public static string? Find(MemoryEntity entity, string key, string property) =>
        Lines(entity, key).Find(line => IsOf(line, property))?.Split('/')[1] is { Length: > 0 } value ? value : null;

    /// <summary>Somebody sets it.</summary>
    public static void Edit(MemoryEntity entity, string key, string property, string? value)
    {
        var lines = Lines(entity, key);
        var place = lines.FindIndex(line => IsOf(line, property));
        if (place >= 0)
        {
            lines[place] = Line(property, value);
        }
        else if (value is not null)
        {
            lines.Add(Line(property, value));
        }

        entity.Edit(key, List, ValueText.Read(entity.Description, List, string.Join(" | ", lines)));
    }

    /// <summary>The list of a record that somebody adds.</summary>
    public static (string Property, Value Value) Given(MemoryEntity entity, IEnumerable<(string Property, string? Value)> values) =>
        (List, ValueText.Read(entity.Description, List, string.Join(" | ", values.Where(it => it.Value is not null).Select(it => Line(it.Property, it.Value)).Prepend(Unmapped))));

    private static List<string> Lines(MemoryEntity entity, string key) => [.. ValueText.Show(entity.ValueOf(key, List))];

    private static bool IsOf(string line, string property) => line.StartsWith($"{property}/", StringComparison.Ordinal);

    private static string Line(string property, string? value) => $"{property}/{value}";
}
