using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Memory.Storage;
using SesamTalk.Connectors.Reading;

namespace SesamTalk.Connectors.Memory.Reading;

/// <summary>Shows records of an entity in the shape that was asked for.</summary>
internal sealed class Projection(MemoryEntity entity, Shape shape)
{
    private readonly int[] _places = [.. shape.Properties.Select(p => entity.Layout.PlaceOf(p.Path))];

    private readonly ElementProjection?[] _elements = [.. shape.Properties.Select(p => ElementsOf(entity, p))];

    public int PlaceOf(int property) => _places[property];

    /// <summary>A stored value as it was asked for.</summary>
    public Value Show(int property, Value stored) => _elements[property]?.Show(stored) ?? stored;

    /// <summary>A value as it is to be stored in place of another.</summary>
    public Value Take(int property, Value value, Value before) => _elements[property]?.Take(value, before) ?? value;

    public Record Show(StoredRecord record) => new(
        record.Key,
        [.. _places.Select((place, property) => Show(property, record.Values[place]))],
        entity.Capabilities.GivesModificationTimes ? record.Modified : null);

    private static ElementProjection? ElementsOf(MemoryEntity entity, PropertyDescription property) =>
        property.Elements is { } asked && entity.Description.Property(property.Path)?.Elements is { } stored ? new ElementProjection(stored, asked) : null;
}
