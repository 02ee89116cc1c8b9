using SesamTalk.Connectors.Definitions;

namespace SesamTalk.Cli.Watching;

/// <summary>Judges the calls that systems make, and counts them. A genuine one hints at the next run, whatever it says.</summary>
/// <param name="systems">How the calls of each system are known, by its name.</param>
/// <param name="next">The next run.</param>
internal sealed class WebhookDesk(IReadOnlyDictionary<string, IKnowsWebhooks> systems, NextRun next)
{
    private long _taken;
    private long _refused;

    /// <summary>The systems that call.</summary>
    public IEnumerable<string> Systems => systems.Keys;

    /// <summary>Whether somebody calls there.</summary>
    public bool Knows(string system) => systems.ContainsKey(system);

    /// <summary>Takes a call.</summary>
    /// <param name="system">The system that it claims to be of.</param>
    /// <param name="body">What was sent.</param>
    /// <param name="header">Gives a header.</param>
    /// <returns>Whether it is accepted. An empty one is, since services try an address so, and it hints at nothing.</returns>
    public bool Accepts(string system, ReadOnlyMemory<byte> body, Func<string, string?> header)
    {
        if (body.IsEmpty)
        {
            return true;
        }

        if (!systems[system].IsGenuine(body, header))
        {
            Interlocked.Increment(ref _refused);
            return false;
        }

        Interlocked.Increment(ref _taken);
        next.Hint();
        return true;
    }

    /// <summary>The calls since this was last asked.</summary>
    public HintCounts TakeCounts() => new(Interlocked.Exchange(ref _taken, 0), Interlocked.Exchange(ref _refused, 0));
}
