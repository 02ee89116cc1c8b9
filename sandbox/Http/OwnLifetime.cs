using Microsoft.Extensions.Hosting;

namespace SesamTalk.Sandbox.Http;

/// <summary>
/// Leaves the signals of the process alone: whoever started a stand-in ends it. The host's own lifetime would end it at Ctrl-C, while a
/// run in the same process still has its last words to say to it.
/// </summary>
internal sealed class OwnLifetime : IHostLifetime
{
    /// <inheritdoc/>
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
