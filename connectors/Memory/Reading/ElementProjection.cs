using System.Globalization;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Values;

namespace SesamTalk.Connectors.Memory.Reading;

/// <summary>Shows the elements of a list with the properties that were asked for, and takes such elements back.</summary>
/// <param name="stored">What the elements look like in the system.</param>
/// <param name="asked">What was asked for.</param>
internal sealed class ElementProjection(ElementsDescription stored, ElementsDescription asked)
{
    private readonly int[] _places = [.. asked.Properties.Select(p => stored.IndexOf(p.Path))];
    private readonly int _key = stored.Key is { } key ? stored.IndexOf(key) : -1;
    private readonly int _askedKey = stored.Key is { } key ? asked.IndexOf(key) : -1;

    public Value Show(Value list) => list.Kind == ValueKind.List
        ? Value.List([.. list.AsList.Select(element => Value.Element(Array.ConvertAll(_places, place => element.AsElement[place])))])
        : list;

    /// <summary>The list as the system stores it: elements that it knows keep what was not asked for, new ones get a key.</summary>
    public Value Take(Value list, Value before)
    {
        if (list.Kind != ValueKind.List)
            return list;
        var known = before.Kind == ValueKind.List ? before.AsList : [];
        var last = known.Select(NumberOf).DefaultIfEmpty().Max();
        return Value.List([.. list.AsList.Select(element => Take(element.AsElement, known, ref last))]);
    }

    private Value Take(IReadOnlyList<Value> asked, IReadOnlyList<Value> known, ref long last)
    {
        var key = _askedKey < 0 ? Value.None : asked[_askedKey];
        var before = key.IsNone ? Value.None : known.FirstOrDefault(element => element.AsElement[_key] == key);
        var values = before.IsNone ? new Value[stored.Properties.Length] : before.AsElement.ToArray();
        for (var i = 0; i < _places.Length; i++)
            values[_places[i]] = asked[i];
        if (_key >= 0 && values[_key].IsNone)
            values[_key] = KeyOf(++last);
        return Value.Element(values);
    }

    private Value KeyOf(long number) => stored.Properties[_key].Type == PropertyType.Integer
        ? Value.Integer(number)
        : Value.Text(number.ToString(CultureInfo.InvariantCulture));

    private long NumberOf(Value element) =>
        _key >= 0 && long.TryParse(element.AsElement[_key].ToString(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
