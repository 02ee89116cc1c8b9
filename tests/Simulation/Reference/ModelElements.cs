using SesamTalk.Simulation.Histories;

namespace SesamTalk.Simulation.Reference;

/// <summary>
/// The elements of a list in the mirror (R11). Each is a record in small: its properties stand beside those of its record, as
/// <c>l[2].v</c>, and at <c>l[2]</c> stands whether it is there. One that was removed leaves the stamp of its removal there.
/// </summary>
internal static class ModelElements
{
    public const string List = "l";

    public static IReadOnlyList<string> Properties { get; } = ["k", "v", "w"];

    public static string Place(string key, string? property = null) => property is null ? $"{List}[{key}]" : $"{List}[{key}].{property}";

    public static bool IsPlace(string property) => property.StartsWith($"{List}[", StringComparison.Ordinal);

    /// <summary>The keys of all elements that were ever known.</summary>
    public static List<string> Keys(ModelMirror record) =>
        [.. record.Stamps.Keys.Where(property => IsPlace(property) && property.EndsWith(']')).Select(place => place.Split('[', ']')[1])];

    public static bool IsThere(ModelMirror record, string key) => record.Values.GetValueOrDefault(Place(key)) is not null;

    /// <summary>The stamp of the element itself, and those of its properties.</summary>
    public static IEnumerable<ModelStamp> Stamps(ModelMirror record, string key) =>
        Properties.Select(property => Place(key, property)).Prepend(Place(key)).Where(record.Stamps.ContainsKey).Select(place => record.Stamps[place]);

    public static ModelStamp Greatest(ModelMirror record, string key, ModelOrder order) => Stamps(record, key).Aggregate((one, other) => order.Beats(other, one) ? other : one);

    /// <summary>The elements of a list as people write it, by key, with a value for each property.</summary>
    public static Dictionary<string, string?[]> Read(string? text) => ElementText.Lines(text).Select(line => line.Split('/')).ToDictionary(
        parts => parts[0], parts => Properties.Select((_, place) => place < parts.Length && parts[place].Length > 0 ? parts[place] : null).ToArray(), StringComparer.Ordinal);

    /// <summary>The same in order of their keys: another order is no edit.</summary>
    public static string? Write(IEnumerable<string?[]> elements) =>
        elements.OrderBy(values => values[0], StringComparer.Ordinal).Select(values => string.Join('/', values)).ToList() is { Count: > 0 } lines ? string.Join(" | ", lines) : null;

    /// <summary>What follows for the list from its elements: its text, and the greatest of their stamps.</summary>
    public static void Sum(ModelMirror record)
    {
        var keys = Keys(record);
        foreach (var place in keys.Where(key => !IsThere(record, key)).SelectMany(key => Properties.Select(property => Place(key, property))))
        {
            record.Values.Remove(place);
            record.Stamps.Remove(place);
        }

        record.Values[List] = Write(keys.Where(key => IsThere(record, key)).Select(key => Properties.Select(property => record.Values[Place(key, property)]).ToArray()));
        record.Stamps[List] = keys.SelectMany(key => Stamps(record, key)).Aggregate((ModelStamp?)null, (one, other) => one is null || other.Beats(one) ? other : one) ?? record.Stamps[List];
    }
}
