using System.Collections.Immutable;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Values;

namespace SesamTalk.Conformance.Vendors;

/// <summary>A list of a vendor's entity that stands for the suite's list of parts.</summary>
/// <param name="Property">The list.</param>
/// <param name="Properties">The properties of its elements, by those of the suite's parts that they stand for.</param>
internal sealed record ListLikeness(string Property, ImmutableDictionary<string, string> Properties)
{
    /// <summary>What the vendor demands of an element beside, such as the product of a line.</summary>
    public ImmutableDictionary<string, Value> Given { get; init; } = ImmutableDictionary<string, Value>.Empty;

    /// <summary>The list with the elements that the suite speaks of, and with the suite's restrictions where the vendor's elements can be written.</summary>
    public PropertyDescription DescriptionOf(PropertyDescription suite, PropertyDescription vendor)
    {
        var wanted = Properties.ToDictionary(pair => pair.Value, pair => suite.Elements!.Property(pair.Key)!, StringComparer.Ordinal);
        var kept = vendor.Elements!.Properties.Where(it => wanted.ContainsKey(it.Path) || Given.ContainsKey(it.Path));
        return vendor with
        {
            Elements = vendor.Elements with { Properties = [.. kept.Select(it => wanted.TryGetValue(it.Path, out var stricter) ? Likeness.Stricter(it, stricter) : it)] },
        };
    }

    /// <summary>The parts of the suite as elements of the vendor's list.</summary>
    public Value Hide(Value parts, ElementsDescription suite, ElementsDescription vendor) => Each(
        parts, part => Value.Element([.. vendor.Properties.Select(it => Given.TryGetValue(it.Path, out var value) ? value : part[suite.IndexOf(NameOf(it.Path))])]));

    /// <summary>The elements of the vendor's list as parts of the suite.</summary>
    public Value Show(Value elements, ElementsDescription suite, ElementsDescription vendor) => Each(
        elements, element => Value.Element([.. suite.Properties.Select(it => element[vendor.IndexOf(Properties[it.Path])])]));

    private string NameOf(string path) => Properties.Single(pair => pair.Value == path).Key;

    private static Value Each(Value list, Func<IReadOnlyList<Value>, Value> change) =>
        list.IsNone ? list : Value.List([.. list.AsList.Select(element => change(element.AsElement))]);
}
