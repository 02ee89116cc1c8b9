using System.Security.Cryptography;
using System.Text;

namespace SesamTalk.Connectors.Rest.Webhooks;

/// <summary>How a service signs its webhooks: HMAC (RFC 2104) with SHA-256.</summary>
/// <param name="Secret">The key of the signature.</param>
internal sealed record WebhookForm(string Secret)
{
    /// <summary>The member of the body whose text is signed, as it was received; <see langword="null"/> for the whole body.</summary>
    public string? Content { get; init; }

    /// <summary>The member of the body that holds the signature.</summary>
    public string? At { get; init; }

    /// <summary>The header that holds the signature, where the body does not.</summary>
    public string? Header { get; init; }

    /// <summary>What stands before the signature.</summary>
    public string Prefix { get; init; } = string.Empty;

    /// <summary>How the signature is written.</summary>
    public SignatureForm Form { get; init; }

    /// <summary>Whether the signature of a call is right.</summary>
    public bool IsGenuine(ReadOnlyMemory<byte> body, Func<string, string?> header)
    {
        var content = Content is null ? body : RawMember.Of(body, Content);
        var signature = At is null ? header(Header!) : RawMember.TextOf(body, At);
        return content is { } signed && signature is not null && IsRight(signature.Trim(), signed.Span);
    }

    /// <summary>The kind alone: there is a secret in it.</summary>
    public override string ToString() => nameof(WebhookForm);

    // How long the comparison takes does not tell how much of a guess was right.
    private bool IsRight(string signature, ReadOnlySpan<byte> signed)
    {
        var bytes = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), signed);
        var given = Form == SignatureForm.Hex ? signature[Math.Min(Prefix.Length, signature.Length)..].ToUpperInvariant() : signature[Math.Min(Prefix.Length, signature.Length)..];
        var right = Form == SignatureForm.Hex ? Convert.ToHexString(bytes) : Convert.ToBase64String(bytes);
        return signature.StartsWith(Prefix, StringComparison.Ordinal) && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(right));
    }
}
