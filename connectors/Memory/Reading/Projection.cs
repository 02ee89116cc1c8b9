using SesamTalk.Connectors.Memory.Storage;
using SesamTalk.Connectors.Reading;

namespace SesamTalk.Connectors.Memory.Reading;

/// <summary>Shows records of an entity in the shape that was asked for.</summary>
internal sealed class Projection(MemoryEntity entity, Shape shape)
{
    private readonly int[] _places = [.. shape.Properties.Select(p => entity.Layout.PlaceOf(p.Path))];

    public int PlaceOf(int property) => _places[property];

    public Record Show(StoredRecord record) => new(
        record.Key,
        Array.ConvertAll(_places, place => record.Values[place]),
        entity.Capabilities.GivesModificationTimes ? record.Modified : null);
}
