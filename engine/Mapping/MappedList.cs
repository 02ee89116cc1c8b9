using System.Collections.Immutable;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Mapping;

/// <summary>A list of an entity whose elements are reconciled like records (clause R11).</summary>
/// <param name="path">The property that holds the list.</param>
/// <param name="element">The elements as an entity of their own: the element properties that any flow maps.</param>
/// <param name="keys">The element properties by which flows pair the elements.</param>
internal sealed class MappedList(string path, MappedEntity element, ImmutableArray<string> keys)
{
    private const char Between = '\u001f';
    private const char Again = '\u001e';
    private readonly int[] _keys = [.. keys.Select(element.Shape.IndexOf)];

    /// <summary>The elements as an entity of their own.</summary>
    public MappedEntity Element => element;

    /// <summary>The place of the element's own key, which the system gives and nobody compares; -1 where flows pair by it, or there is none.</summary>
    public int OwnKey { get; } = keys.Contains(element.Description.Key.Property) ? -1 : element.Shape.IndexOf(element.Description.Key.Property);

    /// <summary>The text of an element's key; empty where a part of it is missing.</summary>
    public string KeyOf(IReadOnlyList<Value> values)
    {
        var parts = new string[_keys.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = ComparableText.Of(values[_keys[i]], element.Forms[_keys[i]]);
        }

        return parts.Contains(string.Empty) ? string.Empty : string.Join(Between, parts);
    }

    /// <summary>The parts of a key that is not faulty, one a property.</summary>
    public static string[] PartsOf(string key) => key.Split(Between);

    /// <summary>The key of those parts.</summary>
    public static string KeyOf(string[] parts) => string.Join(Between, parts);

    /// <summary>The keys of the elements of a list; one that is there again, or is missing, gets a mark that no other list has.</summary>
    public List<(string Key, IReadOnlyList<Value> Values)> Keyed(Value list)
    {
        var keyed = new List<(string, IReadOnlyList<Value>)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var values in list.Kind == ValueKind.List ? list.AsList.Select(value => value.AsElement) : [])
        {
            var key = KeyOf(values) is { Length: > 0 } text ? text : $"{Again}";
            while (!seen.Add(key))
            {
                key += Again;
            }

            keyed.Add((key, values));
        }

        return keyed;
    }

    /// <summary>Whether a key is one that an element shares with another, or lacks.</summary>
    public static bool IsFaulty(string key) => key.Contains(Again, StringComparison.Ordinal);

    /// <summary>What a list is to be called in which a key is there twice or is missing.</summary>
    public string FaultOf(string key) => key[0] == Again
        ? $"an element has no {string.Join(" and no ", keys)}, by which the elements find each other"
        : $"two elements have the same {Shown(key.TrimEnd(Again))}, by which the elements find each other";

    /// <summary>An element for a person, such as <c>lines[lineNo=2]</c>.</summary>
    public string NameOf(string key) => $"{path}[{Shown(key)}]";

    private string Shown(string key) => string.Join(", ", keys.Zip(key.Split(Between), (name, part) => $"{name}={part}"));
}
