using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Mapping;

/// <summary>The elements of a list by their keys, in the order of the list; those that were removed come last (clause R11). Immutable.</summary>
internal sealed class ElementSet
{
    private readonly Dictionary<string, int> _places;

    public ElementSet(IReadOnlyList<Element> elements)
    {
        Elements = elements;
        _places = elements.Select((element, place) => (element.Key, place)).ToDictionary(it => it.Key, it => it.place, StringComparer.Ordinal);
    }

    /// <summary>The elements.</summary>
    public IReadOnlyList<Element> Elements { get; }

    /// <summary>The elements that are in the list.</summary>
    public IEnumerable<Element> Present => Elements.Where(element => !element.IsRemoved);

    /// <summary>The elements of a list and its stamp. An element that the stamp says nothing of has the stamp of the list.</summary>
    public static ElementSet Of(MappedList list, Value value, Stamp stamp)
    {
        var own = stamp with { Elements = null };
        var elements = list.Keyed(value).ConvertAll(it => ElementOf(it.Key, [.. it.Values], stamp.Elements?.Find(it.Key), own));
        var there = elements.Select(element => element.Key).ToHashSet(StringComparer.Ordinal);
        elements.AddRange((stamp.Elements?.Marks ?? [])
            .Where(mark => mark.Properties is null && !there.Contains(mark.Key))
            .Select(mark => new Element(mark.Key, null, mark.Existence, [])));
        return new ElementSet(elements);
    }

    /// <summary>The element of a key, if anything is known of it.</summary>
    public Element? Find(string key) => _places.TryGetValue(key, out var place) ? Elements[place] : null;

    /// <summary>The set with an element in place of what was known of it.</summary>
    public ElementSet With(Element element)
    {
        var elements = Elements.Where(other => other.Key != element.Key || !element.IsRemoved && !other.IsRemoved)
            .Select(other => other.Key == element.Key ? element : other)
            .ToList();
        if (!elements.Contains(element))
        {
            elements.Insert(element.IsRemoved ? elements.Count : elements.Count(other => !other.IsRemoved), element);
        }

        return new ElementSet(elements);
    }

    /// <summary>The list.</summary>
    public Value ToValue()
    {
        Value[] values = [.. Present.Select(element => Value.Element(element.Values!))];
        return values.Length == 0 ? Value.None : Value.List(values);
    }

    /// <summary>The stamp of the list: the greatest of its elements, with all of them.</summary>
    /// <param name="otherwise">The stamp of a list that has no elements and never had any.</param>
    public Stamp ToStamp(Stamp otherwise)
    {
        if (Elements.Count == 0)
        {
            return otherwise with { Elements = null };
        }

        var greatest = Elements.Select(element => element.Greatest(StampOrder.Latest)).Aggregate(StampOrder.Latest.Greater);
        var marks = Elements.Select(element => new ElementMark(element.Key, element.Existence, element.IsRemoved ? null : element.Stamps));
        return greatest with { Elements = new ElementStamps([.. marks]) };
    }

    private static Element ElementOf(string key, Value[] values, ElementMark? mark, Stamp own)
    {
        if (mark is { Properties: { } properties } && properties.Length == values.Length)
        {
            return new Element(key, values, mark.Existence, properties);
        }

        var stamps = new Stamp[values.Length];
        Array.Fill(stamps, own);
        return new Element(key, values, own, stamps);
    }
}
