using System.Net;

namespace SesamTalk.Connectors.Rest.Transport;

/// <summary>What a request sends, knowing whether its sending was begun: what was not sent had no effect.</summary>
internal sealed class SentContent : HttpContent
{
    private readonly ReadOnlyMemory<byte> _bytes;

    /// <summary>Makes a content.</summary>
    public SentContent(ReadOnlyMemory<byte> bytes, string? type)
    {
        _bytes = bytes;
        if (type is not null)
            Headers.TryAddWithoutValidation("Content-Type", type);
    }

    /// <summary>Whether its sending was begun.</summary>
    public bool Begun { get; private set; }

    /// <inheritdoc/>
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    /// <inheritdoc/>
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Begun = true;
        await stream.WriteAsync(_bytes, cancellationToken);
    }

    /// <inheritdoc/>
    protected override bool TryComputeLength(out long length)
    {
        length = _bytes.Length;
        return true;
    }
}
