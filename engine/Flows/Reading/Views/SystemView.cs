using System.Collections.Immutable;
using SesamTalk.Connectors.Definitions;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Systems;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Flows.Reading.Drafts;

namespace SesamTalk.Engine.Flows.Reading.Views;

/// <summary>A system with its connector and entities looked up.</summary>
/// <param name="Draft">What is written, with the profile applied.</param>
/// <param name="Connector">Its connector; <see langword="null"/> where it has none or an unknown one.</param>
/// <param name="Entities">Its entities.</param>
internal sealed record SystemView(SystemDraft Draft, IConnector? Connector, ImmutableArray<EntityDescription> Entities)
{
    /// <summary>Whether its entities could be read; where not, nothing can be held against them.</summary>
    public bool KnowsEntities { get; init; } = true;

    /// <summary>Its settings, with references resolved where that is wanted.</summary>
    public ImmutableDictionary<string, string> Settings { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The settings that it may have: those of its connector and of its definition file.</summary>
    public ImmutableArray<SettingDescription> KnownSettings { get; init; } = [];

    /// <summary>All settings that the file gives it: its own and those of every profile, whichever of them hold.</summary>
    public ImmutableArray<SettingDraft> Written { get; init; } = [];

    /// <summary>What its definition file says; <see langword="null"/> where it has none, or one with faults.</summary>
    public IConnectorDefinition? Definition { get; init; }

    /// <summary>Its name.</summary>
    public string Name => Draft.Name.Value;

    /// <summary>The names of its entities.</summary>
    public IReadOnlyList<string> EntityNames => [.. Entities.Select(e => e.Name)];

    /// <summary>Where a flow first names it; <see langword="null"/> where none does.</summary>
    public Place? FirstUse(SetView set)
    {
        var end = set.Flows.SelectMany(f => f.Ends).FirstOrDefault(e => e.Draft.System.Value == Name);
        return end?.Draft.System.Place;
    }

    /// <summary>What it can do with an entity; <see langword="null"/> where nothing tells.</summary>
    public Capabilities? CapabilitiesOf(EntityDescription entity) =>
        Connector is IDefinitionReader ? Definition?.CapabilitiesOf(entity) : Connector?.CapabilitiesOf(entity);

    /// <summary>The entity of that name, or <see langword="null"/>.</summary>
    public EntityDescription? Entity(string name) => Entities.FirstOrDefault(e => e.Name == name);
}
