using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading;
using SesamTalk.Engine.Flows.Reading.Drafts;

namespace SesamTalk.Engine.Flows.Rules.EntityRules;

/// <summary>A modification time is a date-time.</summary>
internal sealed class ModificationTimeRule : IEntityRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(EntityDraft entity, IReadOnlyList<EntityDraft> all)
    {
        if (entity.Modified is { } modified
            && entity.Description.Property(modified.Value) is { Type: not PropertyType.DateTime } property)
        {
            yield return EntityFaults.ModifiedIsNoTime(modified.Place, property.Path, Words.Of(property.Type));
        }
    }
}
