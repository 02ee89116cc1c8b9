using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Drafts;

namespace SesamTalk.Engine.Flows.Rules.EntityRules;

/// <summary>A foreign key refers to an entity of the same system.</summary>
internal sealed class ReferredEntityRule : IEntityRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(EntityDraft entity, IReadOnlyList<EntityDraft> all) => entity.AllProperties
        .Where(p => p.References is { } refers && all.All(e => e.Name.Value != refers.Value))
        .Select(p => EntityFaults.UnknownEntity(
            p.References!.Value.Place, p.Path.Value, p.References.Value.Value, [.. all.Select(e => e.Name.Value)]));
}
