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
    public Task<IDisposable> TakeAsync(CancellationToken cancellationToken) => _file.TakeAsync(cancellationToken);

    /// <summary>The token; <see langword="null"/> where there is none yet.</summary>
    /// <exception cref="SystemRefusedException">The file cannot be read, or others may read it.</exception>
    public Token? Read()
    {
        if (_file.Read() is not { } content)
            return null;
        try
        {
            return JsonSerializer.Deserialize(content, TokenJson.Default.Token);
        }
        catch (JsonException)
        {
            // Not as an inner exception: its message may show a part of the content.
            throw new SystemRefusedException($"the file {_file.Path} is damaged", $"Delete it, and run: sesamtalk connect {system}");
        }
    }

    /// <summary>Keeps a token. When this returns, it is on the disk.</summary>
    public void Write(Token token) => _file.Write(JsonSerializer.SerializeToUtf8Bytes(token, TokenJson.Default.Token), flush: true);
}
