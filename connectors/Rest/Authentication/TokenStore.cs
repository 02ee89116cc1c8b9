using System.Text.Json;
using SesamTalk.Connectors.Rest.Keeping;
using SesamTalk.Connectors.Systems;

namespace SesamTalk.Connectors.Rest.Authentication;

/// <summary>The token of one system and client, kept across runs and shared by all processes of the machine.</summary>
internal sealed class TokenStore(string system, OAuthOptions options, KeptFolder folder)
{
    private readonly PrivateFile _file = folder.File(
        "token", system, options.GetType().Name, options.TokenAddress.AbsoluteUri, options.ClientId, options.Scope ?? string.Empty);

    /// <summary>Keeps others from renewing the token at the same time.</summary>
    public async Task<IDisposable> TakeAsync(CancellationToken cancellationToken)
    {
        var taken = await _file.TakeAsync(cancellationToken);
        try
        {
            _file.Complete(content => Parse(content) is not null);
            return taken;
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    /// <summary>The token; <see langword="null"/> where there is none yet.</summary>
    /// <exception cref="SystemRefusedException">The file cannot be read, or others may read it.</exception>
    public Token? Read() => _file.Read() is not { } content
        ? null
        : Parse(content) ?? throw new SystemRefusedException($"the file {_file.Path} is damaged", $"Delete it, and run: sesamtalk connect {system}");

    // None where it is damaged. The exception goes no further: its message may show a part of the content.
    private static Token? Parse(byte[] content)
    {
        try
        {
            return JsonSerializer.Deserialize(content, TokenJson.Default.Token);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Keeps a token. When this returns, it is on the disk.</summary>
    public void Write(Token token) => _file.Write(JsonSerializer.SerializeToUtf8Bytes(token, TokenJson.Default.Token), flush: true);
}
