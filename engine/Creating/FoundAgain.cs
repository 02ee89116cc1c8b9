using System.Collections.Immutable;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Systems;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Running;

namespace SesamTalk.Engine.Creating;

/// <summary>Whether a create whose answer was lost can be found again (clause C3).</summary>
internal static class FoundAgain
{
    /// <summary>Whether every create of an entity can be; a natural key that may be empty is not certain.</summary>
    public static bool IsCertain(RunContext context, MappedEntity entity) => IsCertain(entity.Description, context.CapabilitiesOf(entity));

    /// <summary>The same, by what its system can do.</summary>
    public static bool IsCertain(EntityDescription entity, Capabilities capabilities) => IsByOwnName(entity, capabilities)
        || (capabilities.LooksUpByValues && entity.NaturalKeys.Any(key => key.All(path => entity.Property(path) is { Mandatory: true })));

    /// <summary>The natural keys by which a create of a flow can be found where they have values: those that its rows fill.</summary>
    public static IEnumerable<ImmutableArray<string>> NaturalKeysOf(MappedFlow flow, Side side, Capabilities capabilities)
    {
        var entity = flow.Entity(side);
        var filled = flow.RowsInto(side).Select(row => entity.Shape.Properties[row.PlaceOn(side)].Path).ToHashSet(StringComparer.Ordinal);
        return capabilities.LooksUpByValues ? entity.Description.NaturalKeys.Where(key => key.All(filled.Contains)) : [];
    }

    // By what nobody else has: an idempotency key, a key or a reference that the engine gives.
    private static bool IsByOwnName(EntityDescription entity, Capabilities capabilities)
    {
        var takesKeys = capabilities.TakesKeys && entity.Key.GivenBy == KeyGiver.Client;
        return capabilities.KnowsIdempotencyKeys
            || (takesKeys && capabilities.LooksUpByKey)
            || (!takesKeys && capabilities.LooksUpByValues && entity.ExternalReference is not null);
    }
}
