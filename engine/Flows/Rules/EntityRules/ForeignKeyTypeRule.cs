using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading;
using SesamTalk.Engine.Flows.Reading.Drafts;

namespace SesamTalk.Engine.Flows.Rules.EntityRules;

/// <summary>A foreign key has the type of the key that it holds.</summary>
internal sealed class ForeignKeyTypeRule : IEntityRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(EntityDraft entity, IReadOnlyList<EntityDraft> all) =>
        from property in entity.AllProperties
        where property.References is not null
        let referred = all.FirstOrDefault(e => e.Name.Value == property.References!.Value.Value)
        let key = referred?.Description.Property(referred.Key.Value)
        where key is not null && !TypeFit.Holds(property.Description.Type, key.Type)
        select EntityFaults.KeyTypeDiffers(
            property.Path.Place, property.Path.Value, Words.Of(property.Description.Type), referred.Name.Value, Words.Of(key.Type));
}
