using SesamTalk.Engine.State;
using SesamTalk.Simulation.Worlds;

namespace SesamTalk.Simulation.Playing;

/// <summary>
/// Edits that nobody made: what a system made of a value that it was given, where nothing tells that from an edit (clause O6); and edits
/// that are none where nobody has looked before: another spelling of that, which may be the very value that the engine gave. Whether the
/// engine comes to hear of any may depend on where a run was interrupted: clause T3 leaves that open.
/// </summary>
internal static class Hearsay
{
    /// <summary>Whether a run has taken anything for an edit that no user ever set, or may have taken for none what one did.</summary>
    public static bool IsIn(EngineWorld world, WorldPlan plan) => plan.Entities.Where(entity => entity.Rewrites)
        .Any(entity => entity.Rewritten.Any(property => world.IsRespelt(entity.Path, property)) || IsHeard(world, entity));

    private static bool IsHeard(EngineWorld world, EntityPlan entity) =>
        world.Memory[entity.System][entity.Name].Keys.Any(key => world.Read(state => Heard(state, $"{entity.Path}/{key}"))
            .Any(edit => entity.Rewriting(edit.Property) is not null && !world.IsByUser($"{entity.Path}/{key}", edit.Property, edit.Value.IsNone ? null : edit.Value.ToString())));

    private static IEnumerable<PropertyExplanation> Heard(StateReader state, string record) =>
        state.Explain(record, null)?.Properties.Where(property => property.Origin == ValueOrigin.Here) ?? [];
}
