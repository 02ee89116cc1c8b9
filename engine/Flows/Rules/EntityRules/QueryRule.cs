using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Drafts;

namespace SesamTalk.Engine.Flows.Rules.EntityRules;

/// <summary>A query is no table, and is only read.</summary>
internal sealed class QueryRule : IEntityRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(EntityDraft entity, IReadOnlyList<EntityDraft> all)
    {
        if (entity is { Query: not null, Table: { } table })
        {
            yield return EntityFaults.TableAndQuery(table, entity.Name.Value);
        }

        if (entity is { Query: not null, Can: { } can }
            && (entity.Description.CanCreate || entity.Description.CanUpdate || entity.Description.CanDelete))
        {
            yield return EntityFaults.QueryCanNot(can, entity.Name.Value);
        }
    }
}
