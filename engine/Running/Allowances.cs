using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.State;

namespace SesamTalk.Engine.Running;

/// <summary>What each flow may still write in this run (clause G1), and which flows were stopped (clauses G1, G2).</summary>
internal sealed class Allowances(RunLedger ledger, CountTable counts)
{
    private readonly Dictionary<(MappedFlow, WriteKind), (long Most, long Taken)> _taken = [];
    private readonly HashSet<MappedFlow> _stopped = [];

    /// <summary>Whether a flow was stopped for the rest of the run.</summary>
    public bool IsStopped(MappedFlow flow) => _stopped.Contains(flow);

    /// <summary>Stops a flow for the rest of the run: what it leaves waits for the next.</summary>
    public void Stop(MappedFlow flow) => _stopped.Add(flow);

    /// <summary>Whether a flow may do one write more; if not, it is stopped.</summary>
    public bool TryTake(MappedFlow flow, WriteKind kind)
    {
        if (_stopped.Contains(flow))
        {
            return false;
        }

        if (LimitOf(flow, kind) is { Count: null, Percent: null })
        {
            return true;
        }

        var (most, taken) = _taken.TryGetValue((flow, kind), out var known) ? known : (LimitOf(flow, kind).Of(counts.HeldLinksOf(flow))!.Value, 0);
        if (taken < most)
        {
            _taken[(flow, kind)] = (most, taken + 1);
            return true;
        }

        StopAt(flow, kind, most);
        return false;
    }

    private void StopAt(MappedFlow flow, WriteKind kind, long most)
    {
        Stop(flow);
        var word = kind.ToString().ToLowerInvariant();
        ledger.Add(new Finding(
            FindingKind.Guarded,
            flow.Name,
            $"it would {word} more than {most} {(most == 1 ? "record" : "records")} in one run, which is its limit",
            $"If that is right, give a higher number for '{word}s' under 'limits' in {flow.Flow.Place.File}; the next run goes on where this one stopped."));
    }

    private static Limit LimitOf(MappedFlow flow, WriteKind kind) => kind switch
    {
        WriteKind.Create => flow.Flow.Limits.Creates,
        WriteKind.Update => flow.Flow.Limits.Updates,
        _ => flow.Flow.Limits.Deletes,
    };
}
