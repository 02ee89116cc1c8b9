using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace SesamTalk.Sandbox.Http;

/// <summary>What a stand-in answers.</summary>
/// <param name="Status">The status.</param>
/// <param name="ContentType">What the body is; none without a body.</param>
/// <param name="Body">The body.</param>
internal sealed record Reply(int Status, string? ContentType, ReadOnlyMemory<byte> Body)
{
    /// <summary>Text that people read and the vendors' JSON holds as it is.</summary>
    public static readonly JsonWriterOptions Plainly = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Headers beside those of the body.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>An answer without a body.</summary>
    public static Reply Nothing(int status) => new(status, null, ReadOnlyMemory<byte>.Empty);

    /// <summary>An answer of plain text.</summary>
    public static Reply Plain(int status, string text, string type = "text/plain; charset=utf-8") => new(status, type, Encoding.UTF8.GetBytes(text));

    /// <summary>An answer in JSON.</summary>
    public static Reply Json(int status, Action<Utf8JsonWriter> write, string type = "application/json; charset=utf-8")
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Plainly))
        {
            write(json);
        }

        return new Reply(status, type, buffer.WrittenMemory);
    }

    /// <summary>The same with one more header.</summary>
    public Reply With(string name, string value) => this with { Headers = Headers.Add(new(name, value)) };
}
