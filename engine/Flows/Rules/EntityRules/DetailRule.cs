using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading;
using SesamTalk.Engine.Flows.Reading.Drafts;

namespace SesamTalk.Engine.Flows.Rules.EntityRules;

/// <summary>Lengths and formats are details of texts, precision is one of date-times, elements are one of lists.</summary>
internal sealed class DetailRule : IEntityRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(EntityDraft entity, IReadOnlyList<EntityDraft> all) =>
        from property in entity.AllProperties
        from detail in Details(property)
        where detail.Place is not null && property.Description.Type is not PropertyType.Any && property.Description.Type != detail.Type
        select EntityFaults.DetailMisfits(
            detail.Place!.Value, detail.Name, property.Path.Value, Words.Of(property.Description.Type), Words.Of(detail.Type));

    private static IEnumerable<(string Name, Place? Place, PropertyType Type)> Details(PropertyDraft property) =>
    [
        ("max_length", property.MaxLength, PropertyType.String),
        ("format", property.Format, PropertyType.String),
        ("precision", property.Precision, PropertyType.DateTime),
        ("elements", property.Elements?.Place, PropertyType.List),
    ];
}
