using SesamTalk.Cli.Output;
using SesamTalk.Engine.Running;

namespace SesamTalk.Cli.Progress;

/// <summary>Where one subject of a run stands.</summary>
/// <param name="subject">An entity or a flow.</param>
internal sealed class ProgressLine(string subject)
{
    private long _before;
    private long _done;
    private long _since;

    /// <summary>The entity or flow.</summary>
    public string Subject { get; } = subject;

    /// <summary>What is done with it.</summary>
    public RunStage? Stage { get; private set; }

    /// <summary>What it waits for, if it waits.</summary>
    public string? WaitingFor { get; private set; }

    /// <summary>When it changed, by the clock's own count.</summary>
    public long Changed { get; private set; }

    /// <summary>How many records so far in this stage.</summary>
    public long Done => _before + _done;

    /// <summary>The name of the stage.</summary>
    public string Verb => Stage?.ToString().ToLowerInvariant() ?? string.Empty;

    /// <summary>Takes note.</summary>
    public void Note(RunProgress progress, TimeProvider clock)
    {
        Changed = clock.GetTimestamp();
        WaitingFor = progress.WaitingFor;
        if (progress.Stage != Stage)
        {
            (Stage, _before, _done, _since) = (progress.Stage, 0, 0, Changed);
        }

        CountOn(progress.Done);
    }

    /// <summary>Records a second since the stage began; none in its first moments.</summary>
    public string? Rate(TimeProvider clock)
    {
        var seconds = clock.GetElapsedTime(_since).TotalSeconds;
        return seconds >= 1 && Done > 0 ? $"{Count.Of((long)(Done / seconds))}/s" : null;
    }

    /// <summary>The line as words.</summary>
    public string Describe(TimeProvider clock) =>
        $"{Verb,-11} {Subject}: {Count.Of(Done, "record")}{(Rate(clock) is { } rate ? $", {rate}" : "")}{(WaitingFor is null ? "" : $"; {WaitingFor}")}";

    // A count that does not grow begins another turn of the same stage; a message of waiting alone counts nothing.
    private void CountOn(long done)
    {
        if (done == 0)
        {
            return;
        }

        if (done <= _done)
        {
            _before += _done;
        }

        _done = done;
    }
}
