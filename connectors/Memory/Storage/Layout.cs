using System.Globalization;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Values;

namespace SesamTalk.Connectors.Memory.Storage;

/// <summary>Where the properties of an entity stand in the values of its records, and what the system itself puts there.</summary>
internal sealed class Layout
{
    private readonly EntityDescription _description;
    private readonly Dictionary<string, int> _places;
    private readonly PropertyDescription? _modified;

    public Layout(EntityDescription description)
    {
        _description = description;
        _places = description.Properties.Select((p, i) => (p.Path, Place: i)).ToDictionary(p => p.Path, p => p.Place, StringComparer.Ordinal);
        _modified = description.Modified is { } path ? description.Property(path) : null;
    }

    public int Count => _description.Properties.Length;

    public int PlaceOf(string property) => _places.TryGetValue(property, out var place)
        ? place
        : throw new ArgumentException($"'{property}' is not a property of {_description.Name}.", nameof(property));

    public Value[] Filled(Value[] values, string key, DateTime now)
    {
        values[PlaceOf(_description.Key.Property)] = KeyValue(key);
        if (_modified is not null)
            values[PlaceOf(_modified.Path)] = Value.DateTime(now.AddTicks(-(now.Ticks % _modified.PrecisionTicks)));
        return values;
    }

    public string KeyText(long number) => KeyIsNumber
        ? number.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{_description.Name}-{number:0000}");

    private bool KeyIsNumber => _description.Property(_description.Key.Property)!.Type == PropertyType.Integer;

    private Value KeyValue(string key) => KeyIsNumber
        ? Value.Integer(long.Parse(key, CultureInfo.InvariantCulture))
        : Value.Text(key);
}
