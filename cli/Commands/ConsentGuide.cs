using SesamTalk.Connectors.Systems;

namespace SesamTalk.Cli.Commands;

/// <summary>Speaks with the person who consents: on the console, which opens no browser itself.</summary>
internal sealed class ConsentGuide(Call call) : IConsentGuide
{
    /// <summary>How long a person has for it.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    public void Show(Uri address)
    {
        Open(address, "on this machine");
        call.Tell($"Waiting for the browser to come back, {Patience.TotalMinutes:0} minutes at most. Ctrl-C ends it.");
    }

    /// <inheritdoc/>
    public async Task<Uri> AskAsync(Uri address, Uri redirect, CancellationToken cancellationToken)
    {
        Open(address, "on any machine");
        call.Tell($"The browser is then sent to an address that begins with {redirect}, whether a page is shown there or not.");
        call.Tell("Copy that whole address from the browser, paste it here, and press Enter:");

        // A console does not end a wait for a line by itself.
        var line = await Task.Run(call.Surroundings.Input.ReadLine, cancellationToken).WaitAsync(cancellationToken);
        return Uri.TryCreate(line?.Trim(), UriKind.Absolute, out var answer)
            ? answer
            : throw new StoppedException(
                ExitCode.Usage,
                string.IsNullOrWhiteSpace(line) ? "No address was given." : "What was given is no address.",
                $"It begins with {redirect} and holds 'code=' and 'state='. Begin anew with the same command.");
    }

    private void Open(Uri address, string where)
    {
        call.Tell($"Open this address in a browser {where}, log in, and consent:");
        call.Tell(string.Empty);
        call.Tell($"  {address.AbsoluteUri}");
        call.Tell(string.Empty);
    }
}
