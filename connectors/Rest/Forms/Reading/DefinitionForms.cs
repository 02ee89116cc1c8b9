using System.Collections.Immutable;
using SesamTalk.Connectors.Definitions;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Rest.Templates;

namespace SesamTalk.Connectors.Rest.Forms.Reading;

/// <summary>Reads a definition file.</summary>
internal static class DefinitionForms
{
    /// <summary>The definition, or what is wrong with it.</summary>
    public static DefinitionReading Read(DefinitionMapping root, ImmutableArray<EntityDescription> entities)
    {
        var faults = new FaultList();
        var section = new Section(root, faults);
        var definition = new RestDefinition(TransportForms.Of(section), EntitiesOf(section, entities))
        {
            Epoch = section.Below("epoch") is { } epoch
                ? new EpochForm(epoch.TemplateAt("path", null, []) ?? Template.Parse(string.Empty)!, epoch.Parameters(null, []), epoch.Texts("at") ?? [])
                : null,
            Webhooks = WebhookForms.Of(section.Below("webhooks")),
        };
        return new DefinitionReading(faults.All.IsEmpty ? definition : null, faults.All);
    }

    private static ImmutableDictionary<string, EntityForm> EntitiesOf(Section root, ImmutableArray<EntityDescription> entities)
    {
        var usual = ValueForms.Of(root.Below("values"), new());
        var defaults = root.Node["defaults"] as DefinitionMapping ?? new DefinitionMapping(root.Place, []);
        var forms = ImmutableDictionary.CreateBuilder<string, EntityForm>(StringComparer.Ordinal);
        foreach (var (entry, section) in root.Sections("entities"))
        {
            var entity = entities.FirstOrDefault(e => e.Name == entry.Key);
            if (entity is null && !entities.IsEmpty)
            {
                root.Faults.Unknown(entry.KeyPlace, "entity", entry.Key, entities.Select(e => e.Name));
            }

            forms[entry.Key] = EntityForms.Of(entry, section with { Node = Overlay.Of(defaults, section.Node) }, entity, usual);
        }

        return forms.ToImmutable();
    }
}
