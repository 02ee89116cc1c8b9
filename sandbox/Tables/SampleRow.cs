using System.Collections;
using SesamTalk.Connectors.Values;

namespace SesamTalk.Sandbox.Tables;

/// <summary>A row for the table of an entity: values by property. Properties that it does not name stay empty.</summary>
/// <param name="entity">The entity.</param>
internal sealed class SampleRow(string entity) : IEnumerable<KeyValuePair<string, Value>>
{
    private readonly Dictionary<string, Value> _values = new(StringComparer.Ordinal);

    /// <summary>The entity.</summary>
    public string Entity { get; } = entity;

    /// <summary>The value of a property.</summary>
    public Value this[string property] => _values.GetValueOrDefault(property);

    public void Add(string property, string? text) => _values.Add(property, Value.Text(text));

    public void Add(string property, int number) => _values.Add(property, Value.Integer(number));

    public void Add(string property, long? number) => _values.Add(property, number is { } given ? Value.Integer(given) : Value.None);

    public void Add(string property, decimal number) => _values.Add(property, Value.Decimal(number));

    public void Add(string property, bool truth) => _values.Add(property, Value.Boolean(truth));

    public void Add(string property, DateOnly? date) => _values.Add(property, date is { } given ? Value.Date(given) : Value.None);

    public void Add(string property, DateTime? instant) => _values.Add(property, instant is { } given ? Value.DateTime(given) : Value.None);

    /// <summary>The same values for another table.</summary>
    public SampleRow As(string other)
    {
        var row = new SampleRow(other);
        foreach (var (property, value) in _values)
        {
            row._values.Add(property, value);
        }

        return row;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, Value>> GetEnumerator() => _values.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
