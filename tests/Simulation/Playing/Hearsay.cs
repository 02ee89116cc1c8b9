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
        .Any(entity => entity.Rewritten.Any(property => world.IsRespelt(entity.Path, property)) || IsHeard(world, entity) || HasDecided(world, entity));

    // It may have been beaten since; what it met, and whom it saved from a delete (D3), is on record.
    private static bool HasDecided(EngineWorld world, EntityPlan entity) => world.Read(state => state.Conflicts()).Exists(conflict =>
        IsNobodys(world, entity, conflict.Winner, conflict.WinnerProperty, conflict.WinnerValue, conflict.WinnerEdit)
        || IsNobodys(world, entity, conflict.Loser, conflict.LoserProperty, conflict.LoserValue, conflict.LoserEdit));

    private static bool IsNobodys(EngineWorld world, EntityPlan entity, string record, string property, string value, string edit) =>
        record.StartsWith($"{entity.Path}/", StringComparison.Ordinal) && edit.Split(',')[0] == record
        && entity.Rewriting(property) is not null && !world.IsByUser(record, property, value);

    private static bool IsHeard(EngineWorld world, EntityPlan entity) =>
        world.Memory[entity.System][entity.Name].Keys.Any(key => world.Read(state => Heard(state, $"{entity.Path}/{key}"))
            .Any(edit => entity.Rewriting(edit.Property) is not null && !world.IsByUser($"{entity.Path}/{key}", edit.Property, edit.Value.IsNone ? null : edit.Value.ToString())));

    private static IEnumerable<PropertyExplanation> Heard(StateReader state, string record) =>
        state.Explain(record, null)?.Properties.Where(property => property.Origin == ValueOrigin.Here) ?? [];
}
