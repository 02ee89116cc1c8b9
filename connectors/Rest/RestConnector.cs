using System.Collections.Immutable;
using SesamTalk.Connectors.Definitions;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Rest.Forms;
using SesamTalk.Connectors.Rest.Forms.Reading;
using SesamTalk.Connectors.Rest.Keeping;
using SesamTalk.Connectors.Rest.Limits;
using SesamTalk.Connectors.Rest.Transport;
using SesamTalk.Connectors.Systems;

namespace SesamTalk.Connectors.Rest;

/// <summary>The adapter <c>rest</c>: systems that speak JSON over HTTP in the way that a definition file says.</summary>
public sealed class RestConnector : IConnector, IDefinitionReader
{
    private static readonly Lazy<string> Schema = new(ReadSchema);

    private readonly Func<TransportOptions, SystemDefinition, ITransport> _transport;

    /// <summary>An adapter. Its systems share the limits of their vendors.</summary>
    public RestConnector()
    {
        var limits = new RateLimits();
        _transport = (options, system) => new RestTransport(options, new TransportServices(system.Clock, KeptOf(system), limits));
    }

    internal RestConnector(Func<TransportOptions, SystemDefinition, ITransport> transport) => _transport = transport;

    /// <inheritdoc/>
    public string Name => "rest";

    /// <summary>None of its own: a definition file declares those of its systems.</summary>
    public ImmutableArray<SettingDescription> Settings => [];

    /// <inheritdoc/>
    public string DefinitionSchema => Schema.Value;

    /// <inheritdoc/>
    public DefinitionReading ReadDefinition(DefinitionMapping root, ImmutableArray<EntityDescription> entities)
    {
        ArgumentNullException.ThrowIfNull(root);
        return DefinitionForms.Read(root, entities);
    }

    /// <inheritdoc/>
    public IConnectedSystem Connect(SystemDefinition system)
    {
        ArgumentNullException.ThrowIfNull(system);
        var definition = system.Definition as RestDefinition ?? throw new ArgumentException($"{system.Name} has no definition: the set was not checked.", nameof(system));
        return new RestSystem(system.Name, definition, _transport(definition.Transport with { System = system.Name }, system), system.Clock);
    }

    /// <summary>Nothing is known without a definition.</summary>
    public Capabilities CapabilitiesOf(EntityDescription entity) => new();

    private static KeptFolder KeptOf(SystemDefinition system) => new(system.KeptFolder, system.Clock);

    private static string ReadSchema()
    {
        using var stream = typeof(RestConnector).Assembly.GetManifestResourceStream("schemas/connector.schema.json")
            ?? throw new InvalidOperationException("The schema of definitions is not built into the adapter.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
