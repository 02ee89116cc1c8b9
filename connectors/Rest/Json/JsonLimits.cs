using System.Text.Json;

namespace SesamTalk.Connectors.Rest.Json;

/// <summary>What JSON is read, whoever sent it.</summary>
internal static class JsonLimits
{
    /// <summary>Deeper than any service has a reason for.</summary>
    public const int Depth = 32;

    /// <summary>The options of readers.</summary>
    public static JsonReaderOptions Reader { get; } = new() { MaxDepth = Depth };

    /// <summary>The content without a byte-order mark, which some services send.</summary>
    public static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> content) => content.StartsWith("\uFEFF"u8) ? content[3..] : content;
}
