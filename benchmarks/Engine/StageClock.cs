using System.Collections.Immutable;
using System.Diagnostics;
using SesamTalk.Engine.Running;

namespace SesamTalk.Benchmarks.Engine;

/// <summary>Adds the time between two reports of a run to the stage of the later one: roughly where the time goes.</summary>
internal sealed class StageClock : IProgress<RunProgress>
{
    private readonly Dictionary<RunStage, TimeSpan> _spent = [];
    private readonly Lock _lock = new();
    private long _since = Stopwatch.GetTimestamp();

    /// <summary>The seconds in each stage.</summary>
    public ImmutableSortedDictionary<string, double> Seconds => _spent.ToImmutableSortedDictionary(stage => stage.Key.ToString(), stage => stage.Value.TotalSeconds);

    /// <inheritdoc/>
    public void Report(RunProgress value)
    {
        lock (_lock)
        {
            _spent[value.Stage] = _spent.GetValueOrDefault(value.Stage) + Stopwatch.GetElapsedTime(_since);
            _since = Stopwatch.GetTimestamp();
        }
    }
}
