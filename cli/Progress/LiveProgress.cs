using SesamTalk.Engine.Running;
using Spectre.Console;

namespace SesamTalk.Cli.Progress;

/// <summary>Progress on a terminal: a line an entity or flow, drawn anew in place, and gone when the run ends.</summary>
internal sealed class LiveProgress(Surroundings surroundings) : IProgress<RunProgress>
{
    private const int MostLines = 12;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly Lock _lock = new();
    private readonly ProgressBoard _board = new(surroundings.Clock);
    private LiveDisplayContext? _display;
    private long _drawn;

    /// <summary>Does some work, and tells its progress meanwhile.</summary>
    public async Task<T> WatchAsync<T>(Func<IProgress<RunProgress>, Task<T>> work)
    {
        var live = Console().Live(new Text(string.Empty)).AutoClear(true).Overflow(VerticalOverflow.Crop);
        return await live.StartAsync(async display =>
        {
            _display = display;
            return await work(this);
        });
    }

    /// <inheritdoc/>
    public void Report(RunProgress value)
    {
        lock (_lock)
        {
            _board.Note(value);
            if (value.WaitingFor is not null || surroundings.Clock.GetElapsedTime(_drawn) >= Pause)
            {
                Draw();
            }
        }
    }

    private void Draw()
    {
        _drawn = surroundings.Clock.GetTimestamp();
        var lines = _board.Recent(MostLines).Select(line => Cut(line.Describe(surroundings.Clock)));
        _display?.UpdateTarget(new Text(string.Join('\n', lines)));
    }

    // A line that the terminal would break makes drawing anew in place go wrong.
    private string Cut(string line) => line.Length < surroundings.ErrorWidth ? line : $"{line[..(surroundings.ErrorWidth - 4)]}...";

    private IAnsiConsole Console() => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = AnsiSupport.Yes,
        ColorSystem = surroundings.WantsColours ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        Out = new AnsiConsoleOutput(surroundings.Error),
    });
}
