using SesamTalk.Connectors.Descriptions;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Running;

namespace SesamTalk.Engine.Creating;

/// <summary>Whether a create whose answer was lost can be found again (clause C3).</summary>
internal static class FoundAgain
{
    /// <summary>Whether every create of an entity can be; a natural key that may be empty is not certain.</summary>
    public static bool IsCertain(RunContext context, MappedEntity entity)
    {
        var (description, capabilities) = (entity.Description, context.CapabilitiesOf(entity));
        var systemGivesKeys = description.Key.GivenBy == KeyGiver.System;
        return capabilities.KnowsIdempotencyKeys
            || (capabilities.LooksUpByKey && capabilities.TakesKeys && !systemGivesKeys)
            || (capabilities.LooksUpByValues && systemGivesKeys && description.ExternalReference is not null)
            || (capabilities.LooksUpByValues && description.NaturalKeys.Any(key => key.All(path => description.Property(path) is { Mandatory: true })));
    }
}
