using SesamTalk.Cli.Output;
using SesamTalk.Engine.Running;

namespace SesamTalk.Cli.Progress;

/// <summary>Progress where nobody watches a terminal: a line when a phase begins for the first time, and one every ten seconds.</summary>
/// <param name="surroundings">Where it is told.</param>
/// <param name="tellsStages">Whether the beginning of a phase is told.</param>
internal sealed class LineProgress(Surroundings surroundings, bool tellsStages = true) : IProgress<RunProgress>
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private readonly ProgressBoard _board = new(surroundings.Clock);
    private readonly HashSet<RunStage> _begun = [];
    private readonly long _start = surroundings.Clock.GetTimestamp();

    /// <summary>Does some work, and tells its progress meanwhile.</summary>
    public async Task<T> WatchAsync<T>(Func<IProgress<RunProgress>, Task<T>> work)
    {
        await using var timer = surroundings.Clock.CreateTimer(_ => Beat(), null, Interval, Interval);
        return await work(this);
    }

    /// <inheritdoc/>
    public void Report(RunProgress value)
    {
        lock (_lock)
        {
            _board.Note(value);
            if (tellsStages && _begun.Add(value.Stage))
            {
                Tell($"{value.Stage.ToString().ToLowerInvariant()} ...");
            }
        }
    }

    private void Beat()
    {
        lock (_lock)
        {
            if (_board.Latest is { } line)
            {
                Tell(line.Describe(surroundings.Clock));
            }
        }
    }

    private void Tell(string text) => surroundings.Error.WriteLine($"{Count.Seconds(surroundings.Clock.GetElapsedTime(_start)),5} s  {text}");
}
