using SesamTalk.Simulation.Checking;
using SesamTalk.Simulation.Histories;
using SesamTalk.Simulation.Playing;
using SesamTalk.Simulation.Worlds;
using SesamTalk.TestKit;

namespace SesamTalk.Simulation.Reference;

/// <summary>
/// A plain model of the contract: in memory, one record at a time, no batches, no database. It looks at everything in every round, so
/// it cannot forget anything. The other parts of it follow the chapters; where it and a clause differ, the clause holds.
/// </summary>
internal sealed partial class Model
{
    private const int MostRounds = 300;

    private static readonly string[] Properties = ["m", "n", "x", "y", "z", "r", ModelElements.List];

    private readonly WorldPlan _plan;
    private readonly Coverage _coverage;
    private readonly string? _broken;
    private readonly Dictionary<string, ModelEntity> _entities;
    private readonly List<ModelFlow> _flows;
    private readonly CountingIdentifiers _identifiers = new();
    private readonly Dictionary<string, string> _added = new(StringComparer.Ordinal);
    private Names? _names;
    private long _epoch;
    private long _now = new DateTime(2026, 1, 5, 8, 0, 0, DateTimeKind.Utc).Ticks;

    public Model(WorldPlan plan, Coverage coverage, string? broken = null)
    {
        (_plan, _coverage, _broken) = (plan, coverage, broken);
        _entities = plan.Entities.ToDictionary(
            e => e.Path, e => new ModelEntity(e, plan.System(e.System), [.. plan.MappedOf(e.Path)]), StringComparer.Ordinal);
        var orders = new ModelOrders(plan);
        _flows = [.. plan.Flows.OrderBy(f => f.Name, StringComparer.Ordinal).Select(f => new ModelFlow(f, orders, _entities[f.Source], _entities[f.Target]))];
    }

    /// <summary>The world as the contract wants it after a history that nothing disturbed, and some runs more.</summary>
    /// <param name="history">The history.</param>
    /// <param name="runsMore">How many runs follow.</param>
    /// <param name="coverage">Counts the clauses.</param>
    /// <param name="broken">The clause that is broken on purpose.</param>
    public static Snapshot Play(History history, int runsMore, Coverage coverage, string? broken = null)
    {
        var model = new Model(history.World, coverage, broken);
        foreach (var act in history.Acts.Concat(Enumerable.Repeat(Act.Run, runsMore)))
        {
            model.Do(act);
        }

        return model.Look();
    }

    private void Do(Act act)
    {
        if (act.Verb == "run")
        {
            _now += TimeSpan.TicksPerMinute;
            _epoch++;
            Run();
            _names = null;
        }
        else if (act.Verb is "add" or "edit" or "element" or "delete" or "restore")
        {
            _now += TimeSpan.TicksPerSecond;
            ByUser(act, _entities[act.Entity]);
        }
    }

    private void ByUser(Act act, ModelEntity entity)
    {
        var values = GivenValues.Read(act.Verb == "element" ? string.Empty : act.Text).Select(v => (v.Property, Value: Given(entity, v.Property, v.Value))).ToList();
        if (act.Verb == "add")
        {
            entity.Add(act.User, values.ToDictionary(v => v.Property, v => v.Value, StringComparer.Ordinal), _now);
            _added[act.User] = $"{act.Entity}/{act.User}";
        }
        else if (KeyOf(act.User, act.Entity) is not { } key)
        {
            return;
        }
        else if (act.Verb == "restore")
        {
            // Somebody takes it out of the bin: under its key (D4).
            if (entity.Deleted.Remove(key) && !entity.Records.ContainsKey(key))
            {
                entity.Put(key, values.ToDictionary(v => v.Property, v => v.Value, StringComparer.Ordinal), _now);
            }
        }
        else if (act.Verb == "delete")
        {
            if (entity.Records.Remove(key))
            {
                entity.Deleted.Add(key);
            }
        }
        else if (entity.Records.TryGetValue(key, out var record) && act.Verb == "element")
        {
            EditElement(entity, record, act.Text);
        }
        else if (record is not null)
        {
            foreach (var (property, value) in values.Where(v => entity.Has(v.Property)))
            {
                record.Values[property] = value;
                record.Modified = _now + entity.Skew;
            }
        }
    }

    private string? Given(ModelEntity entity, string property, string? value) => property switch
    {
        "r" => KeyOf(value, $"{entity.Plan.System}/P"),
        ModelElements.List => ModelElements.Write(ModelElements.Read(value).Values),
        _ => value,
    };

    private string? KeyOf(string? user, string entity) =>
        user is not null && _added.TryGetValue(user, out var record) ? (_names ??= Look().Names).Find(record, entity)?.Split('/')[2] : null;

    // Chapter 8: reconcile and write until nothing is left; then one flow looks at its rows with conditions; then one at its rows under review;
    // then who is free is linked; then deletes are passed on; then one flow creates; and round again.
    private void Run()
    {
        Observe();
        var flows = _flows.Where(MayStart).ToList();
        for (var round = 0; round < MostRounds; round++)
        {
            if (!Reconcile(flows, Plain) && !ReconcileLater(flows) && !Link(flows)
                && !Delete(flows) && !InCreatingOrder(flows).Any(Create))
            {
                flows.ForEach(flow => flow.HasRun = true);
                return;
            }
        }

        throw new ViolationException(new Violation("T1", "the model itself does not settle"));
    }

    // I2: who is referred to is made before who refers to it.
    private static IEnumerable<ModelFlow> InCreatingOrder(IEnumerable<ModelFlow> flows)
    {
        var left = flows.ToList();
        while (left.Count > 0)
        {
            var next = left.Find(flow => !left.Exists(other => flow.RefersTo(other))) ?? left[0];
            left.Remove(next);
            yield return next;
        }
    }

    // G3.
    private bool MayStart(ModelFlow flow)
    {
        var doubles = !Breaks("G3") && !flow.HasRun && flow.Plan is { AcceptsDuplicates: false, Create: not "never", Match: "" }
            && flow.Links.Count == 0 && SourceThenTarget.All(source => flow.Entity(source).Mirror.Values.Any(record => !record.IsGone));
        _coverage.Count(doubles ? "G3 stopped" : "G3 admitted");
        return !doubles;
    }

    private bool Breaks(string clause) => _broken?.StartsWith(clause, StringComparison.Ordinal) == true;

    private Snapshot Look() => new(
        _entities.Values.SelectMany(e => e.Records.Select(r => (Name: $"{e.Path}/{r.Key}", Values: Shown(e, r.Value)))).ToDictionary(r => r.Name, r => (IReadOnlyDictionary<string, string?>)r.Values, StringComparer.Ordinal),
        [.. LinksThat(hold: true)],
        _added.Values.ToHashSet(StringComparer.Ordinal)) { Ended = [.. LinksThat(hold: false)] };

    private IEnumerable<(string Flow, string Source, string Target)> LinksThat(bool hold) => _flows.SelectMany(f => f.Links
        .Where(l => l.Value.State == ModelLinkState.Held == hold).Select(l => (f.Name, $"{f.Source.Path}/{l.Key}", $"{f.Target.Path}/{l.Value.Target}")));

    private static Dictionary<string, string?> Shown(ModelEntity entity, ModelRecord record) =>
        Properties.Where(entity.Has).ToDictionary(p => p, p => record[p], StringComparer.Ordinal);
}
