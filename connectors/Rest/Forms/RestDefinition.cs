using System.Collections.Immutable;
using SesamTalk.Connectors.Definitions;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Rest.Transport;
using SesamTalk.Connectors.Rest.Webhooks;
using SesamTalk.Connectors.Systems;

namespace SesamTalk.Connectors.Rest.Forms;

/// <summary>A definition file: how a REST service is reached, read and written.</summary>
/// <param name="Transport">How it is reached; its name is not known yet.</param>
/// <param name="Entities">Its entities, by name.</param>
internal sealed record RestDefinition(TransportOptions Transport, ImmutableDictionary<string, EntityForm> Entities) : IConnectorDefinition, IKnowsWebhooks
{
    /// <summary>What voids all cursors; <see langword="null"/> for nothing.</summary>
    public EpochForm? Epoch { get; init; }

    /// <summary>How its webhooks are signed; <see langword="null"/> for none.</summary>
    public WebhookForm? Webhooks { get; init; }

    /// <inheritdoc/>
    public bool HasWebhooks => Webhooks is not null;

    /// <inheritdoc/>
    public bool IsGenuine(ReadOnlyMemory<byte> body, Func<string, string?> header) => Webhooks?.IsGenuine(body, header) ?? false;

    /// <inheritdoc/>
    public Capabilities CapabilitiesOf(EntityDescription entity) =>
        Entities.TryGetValue(entity.Name, out var form) ? CapabilitiesOfForm.Of(form, entity) : new Capabilities();

    /// <summary>The kind alone: there are secrets in it.</summary>
    public override string ToString() => nameof(RestDefinition);
}
