using SesamTalk.Engine.Running;

namespace SesamTalk.Cli.Progress;

/// <summary>Keeps what a run told of each subject.</summary>
/// <param name="clock">The time.</param>
internal sealed class ProgressBoard(TimeProvider clock)
{
    private readonly Dictionary<string, ProgressLine> _lines = new(StringComparer.Ordinal);

    /// <summary>The line that changed last.</summary>
    public ProgressLine? Latest { get; private set; }

    /// <summary>Takes note.</summary>
    public void Note(RunProgress progress)
    {
        if (!_lines.TryGetValue(progress.Subject, out var line))
        {
            _lines.Add(progress.Subject, line = new ProgressLine(progress.Subject));
        }

        line.Note(progress, clock);
        Latest = line;
    }

    /// <summary>The lines that changed last, in the order of their subjects.</summary>
    /// <param name="most">At most so many.</param>
    public IReadOnlyList<ProgressLine> Recent(int most) =>
        [.. _lines.Values.OrderByDescending(line => line.Changed).Take(most).OrderBy(line => line.Subject, StringComparer.Ordinal)];
}
