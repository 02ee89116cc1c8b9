using System.Buffers;
using System.Collections.Frozen;

namespace SesamTalk.Connectors.Rest.Transport;

/// <summary>
/// An answer, taken whole: a page that is cut short is noticed, and asked for again, before anything of it is read. Its memory goes
/// back to a pool when it is disposed of.
/// </summary>
internal sealed class RestResponse : IAsyncDisposable
{
    private readonly FrozenDictionary<string, string> _headers;
    private byte[]? _rented;

    /// <summary>Makes an answer.</summary>
    /// <param name="status">The status.</param>
    /// <param name="headers">The headers; several of one name joined by commas.</param>
    /// <param name="content">The content.</param>
    /// <param name="rented">The array of <see cref="ArrayPool{T}.Shared"/> that it stands in, where it does.</param>
    public RestResponse(int status, IEnumerable<KeyValuePair<string, string>> headers, ReadOnlyMemory<byte> content, byte[]? rented = null)
    {
        Status = status;
        Content = content;
        _headers = headers.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        _rented = rented;
    }

    /// <summary>The status of HTTP.</summary>
    public int Status { get; }

    /// <summary>The content, for a reader that works on memory. Not to be used after disposal.</summary>
    public ReadOnlyMemory<byte> Content { get; private set; }

    /// <summary>The content as a stream. Not to be used after disposal.</summary>
    public Stream Body => _rented is { } array ? new MemoryStream(array, 0, Content.Length, writable: false) : new MemoryStream(Content.ToArray(), writable: false);

    /// <summary>What went wrong; <see langword="null"/> where nothing did.</summary>
    public Failure? Failure { get; private set; }

    /// <summary>A header; <see langword="null"/> where it is not there.</summary>
    /// <param name="name">Its name, in any case.</param>
    public string? Header(string name) => _headers.GetValueOrDefault(name);

    /// <summary>The same answer, with what went wrong.</summary>
    public RestResponse With(Failure failure)
    {
        Failure = failure;
        return this;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Content = default;
        if (Interlocked.Exchange(ref _rented, null) is { } array)
            ArrayPool<byte>.Shared.Return(array);
        return ValueTask.CompletedTask;
    }
}
