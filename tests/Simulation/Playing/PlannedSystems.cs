using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Memory;
using SesamTalk.Simulation.Worlds;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Simulation.Playing;

/// <summary>The systems of a planned world.</summary>
internal static class PlannedSystems
{
    /// <summary>The entity as its system describes it.</summary>
    public static EntityDescription Describe(EntityPlan plan) => EntityText.Read(ListedProperties.Describe(plan)) with
    {
        ExternalReference = plan.Is("external:e") ? "e" : null,
        NaturalKeys = plan.Is("natural:m") ? [["m"]] : [],
    };

    /// <summary>Lets an entity do what it can, and in its own way.</summary>
    public static void GiveManners(MemoryWorld memory, EntityPlan plan, int? shuffle)
    {
        var entity = memory[plan.System][plan.Name];
        entity.Capabilities = entity.Capabilities with
        {
            WritesConditionally = !plan.Is("unconditional"),
            LooksUpByKey = !plan.Is("no-key"),
            LooksUpByValues = !plan.Is("no-value"),
            KnowsIdempotencyKeys = !plan.Is("no-idempotency"),
            GivesModificationTimes = !plan.Is("no-modified"),
            ReadsSince = !plan.Is("no-since"),
            TellsDeletes = !plan.Is("no-feed"),
            ReadsKeys = !plan.Is("no-key-reads"),
            ReadsInKeyOrder = !plan.Is("unordered"),
            AnswersWithStoredState = !plan.Is("silent"),
            RewritesValues = plan.Is("rewrites"),
            WriteBatchSize = plan.Manners.FirstOrDefault(m => m.StartsWith("batch-", StringComparison.Ordinal)) is { } batch ? batch[6] - '0' : 1000,
        };
        entity.ReadOrderSeed = shuffle;
        foreach (var property in new[] { "x", "y", "z" })
        {
            entity.Rewrite(property, plan.Rewriting(property) switch
            {
                "upper" => Rewriting.Upper,
                "cut" => Rewriting.Cut(2),
                "trim" => Rewriting.Trim,
                _ => value => value,
            });
        }
    }
}
