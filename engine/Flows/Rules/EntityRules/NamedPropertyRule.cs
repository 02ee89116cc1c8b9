using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading;
using SesamTalk.Engine.Flows.Reading.Drafts;

namespace SesamTalk.Engine.Flows.Rules.EntityRules;

/// <summary>What a description names as key, natural key, reference or time must be among its properties.</summary>
internal sealed class NamedPropertyRule : IEntityRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(EntityDraft entity, IReadOnlyList<EntityDraft> all) =>
    [
        .. Names(entity)
            .Where(named => entity.Description.Property(named.Name.Value) is null)
            .Select(named => EntityFaults.UnknownProperty(
                named.Name.Place, named.Role, named.Name.Value, entity.Name.Value, [.. entity.Properties.Select(p => p.Path.Value)])),
        .. entity.Properties.SelectMany(property => CheckElements(property, $"{entity.Name.Value}.{property.Path.Value}")),
    ];

    private static IEnumerable<Diagnostic> CheckElements(PropertyDraft property, string list) => property.Elements is not { } elements
        ? []
        : Optional("the key", elements.Key).Concat(Optional("the order", elements.OrderBy))
            .Where(named => elements.Properties.All(p => p.Path.Value != named.Name.Value))
            .Select(named => EntityFaults.UnknownProperty(named.Name.Place, named.Role, named.Name.Value, list, [.. elements.Properties.Select(p => p.Path.Value)]));

    private static IEnumerable<(string Role, Located<string> Name)> Names(EntityDraft entity) =>
    [
        ("the key", entity.Key),
        .. entity.NaturalKeyProperties.Select(p => ("a part of a natural key", p)),
        .. Optional("the external reference", entity.ExternalReference),
        .. Optional("the modification time", entity.Modified),
    ];

    private static IEnumerable<(string Role, Located<string> Name)> Optional(string role, Located<string>? name) =>
        name is { } given ? [(role, given)] : [];
}
