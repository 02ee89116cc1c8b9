using SesamTalk.Connectors.Systems;
using SesamTalk.Engine.Creating;
using SesamTalk.Engine.Mapping;

namespace SesamTalk.Engine.Examining;

/// <summary>
/// Tells where flows create records of which nothing may tell, after an interruption, whether they were made (clause C3): by what the
/// system can do, which is more than its description says.
/// </summary>
internal static class LostCreates
{
    private const string Cure =
        "Describe what no two records share under 'natural_keys' or 'external_reference', and let a row fill it. Where there is nothing, 'sesamtalk status' names such a record after an interruption, and what to do.";

    /// <summary>What may be lost in a system.</summary>
    public static IEnumerable<Examination> Of(MappedSet set, IEnumerable<MappedEntity> entities, IConnectedSystem connection)
    {
        var uncertain = entities
            .Select(entity => (entity.Description.Name, Keys: KeysOf(set, entity, connection.CapabilitiesOf(entity.Description))))
            .Where(it => it.Keys is not null)
            .ToLookup(it => it.Keys!.Contains(string.Empty));
        foreach (var (name, keys) in uncertain[false])
        {
            yield return Examination.Fine(
                ExaminationLayer.Files, $"{name}: a record whose creation was interrupted is found again by {string.Join(" or ", keys!)}; without a value there it waits for a person");
        }

        if (uncertain[true].Any())
        {
            yield return Examination.Warning(
                ExaminationLayer.Files,
                $"{string.Join(", ", uncertain[true].Select(it => it.Name))}: nothing finds a record again whose creation was interrupted, as by a lost answer; it is not created a second time, but waits for a person",
                Cure);
        }
    }

    // By what the creates of each flow are found, in words; empty for those of a flow that fills nothing of the kind. None at all where every create is found.
    private static HashSet<string>? KeysOf(MappedSet set, MappedEntity entity, Capabilities capabilities)
    {
        var creating = set.FlowsOf(entity).Where(it => it.Flow.CreatesFor(it.Side.Other())).ToList();
        return creating.Count == 0 || FoundAgain.IsCertain(entity.Description, capabilities)
            ? null
            : [.. creating.Select(it => string.Join(" or ", FoundAgain.NaturalKeysOf(it.Flow, it.Side, capabilities).Select(key => string.Join(" with ", key))))];
    }
}
