using System.Security.Cryptography;
using System.Text;
using SesamTalk.Connectors.Rest.Forms;
using SesamTalk.Connectors.Rest.Json;
using SesamTalk.Connectors.Rest.Templates;
using SesamTalk.Connectors.Systems;

namespace SesamTalk.Connectors.Rest.Reading;

/// <summary>The values of a system that void all its cursors when they change; asked for once a connection.</summary>
internal sealed class Epochs(Service service, EpochForm? form) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private string? _current;

    /// <summary>The mark of the values as they are.</summary>
    /// <param name="expected">The mark under which a cursor was made; <see langword="null"/> for no cursor.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="CursorVoidException">They are not as they were.</exception>
    public async Task<string> CurrentAsync(string? expected, CancellationToken cancellationToken)
    {
        if (form is null)
        {
            return string.Empty;
        }

        var current = await FindAsync(form, cancellationToken);
        return expected is null || expected == current
            ? current
            : throw new CursorVoidException("the system has moved its data: what changed since the last read cannot be told");
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private async Task<string> FindAsync(EpochForm epoch, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            return _current ??= await ReadAsync(epoch, cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<string> ReadAsync(EpochForm epoch, CancellationToken cancellationToken)
    {
        await using var response = await service.GetAsync(service.AddressOf(epoch.Path, epoch.Parameters, Placeholders.None), null, cancellationToken);
        if (response.Failure is { } failure)
        {
            throw new SystemRefusedException(
                $"'epoch' cannot be read: the system says: {failure.Message}", "Correct 'epoch' in the definition, or the settings in it.");
        }

        var texts = AnswerReader.Read(response.Content.Span, Envelope.OfRows([], [.. epoch.At]), (ref System.Text.Json.Utf8JsonReader json) => json.Skip()).Texts;
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', texts))).AsSpan(0, 8));
    }
}
