using System.Collections.Immutable;
using SesamTalk.Engine.Mapping;

namespace SesamTalk.Engine.Running;

/// <summary>Counts what a run does, for its report. Safe to use from several threads: a write is under way while the next is drafted.</summary>
internal sealed class RunLedger
{
    private const int MostFindingsOfAKind = 1000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, FlowReport> _flows = new(StringComparer.Ordinal);
    private readonly List<EntityReport> _entities = [];
    private readonly List<Finding> _findings = [];
    private readonly Dictionary<FindingKind, int> _counts = [];

    /// <summary>What was found so far.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>Changes the figures of a flow.</summary>
    public void Count(MappedFlow flow, Func<FlowReport, FlowReport> change)
    {
        lock (_lock)
        {
            _flows[flow.Name] = change(Of(flow));
        }
    }

    /// <summary>Adds what was read of an entity.</summary>
    public void Add(EntityReport entity) => _entities.Add(entity);

    /// <summary>Adds a finding; of each kind the first thousand are kept.</summary>
    public void Add(Finding finding)
    {
        lock (_lock)
        {
            var count = _counts[finding.Kind] = _counts.GetValueOrDefault(finding.Kind) + 1;
            if (count <= MostFindingsOfAKind)
            {
                _findings.Add(finding);
            }
        }
    }

    /// <summary>The report of the run.</summary>
    public RunReport Report(MappedSet set, long run, DateTimeOffset started, DateTimeOffset ended) => new(
        run,
        started,
        ended,
        [.. set.Flows.Select(flow => Of(flow) with { Read = ReadOf(flow) })],
        [.. _entities.OrderBy(e => e.System, StringComparer.Ordinal).ThenBy(e => e.Entity, StringComparer.Ordinal)],
        [.. _findings]);

    private FlowReport Of(MappedFlow flow) => _flows.GetValueOrDefault(flow.Name) ?? new FlowReport(flow.Name);

    private long ReadOf(MappedFlow flow) =>
        _entities.Where(e => $"{e.System}/{e.Entity}" is var name && (name == flow.Source.Name || name == flow.Target.Name)).Sum(e => e.Read);
}
