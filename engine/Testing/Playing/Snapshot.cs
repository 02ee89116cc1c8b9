using System.Collections.Immutable;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Values;

namespace SesamTalk.Engine.Testing.Playing;

/// <summary>The two records of a play at some moment.</summary>
/// <param name="Source">That of the source; none where there is none.</param>
/// <param name="Target">That of the target; none where there is none.</param>
internal sealed record Snapshot(RecordState? Source, RecordState? Target)
{
    /// <summary>The record of a side.</summary>
    public RecordState? Of(Mapping.Side side) => side == Mapping.Side.Source ? Source : Target;
}

/// <summary>A record at some moment.</summary>
/// <param name="Entity">Its entity.</param>
/// <param name="Key">Its key.</param>
/// <param name="Values">Its values, one a property of the entity.</param>
internal sealed record RecordState(EntityDescription Entity, string Key, ImmutableDictionary<string, Value> Values)
{
    /// <summary>What a property holds, its own or one that a path selects.</summary>
    public Value this[string path] => RecordValues.Find(Entity, path, property => Values[property]);
}
