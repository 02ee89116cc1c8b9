using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Reconciling;
using SesamTalk.Engine.State;
using SesamTalk.Engine.Values;
using SesamTalk.Simulation.Histories;
using SesamTalk.Simulation.Playing;
using SesamTalk.Simulation.Worlds;

namespace SesamTalk.Simulation.Checking;

/// <summary>Holds the invariants that need no model against a settled world: INV2, INV4, INV8, and that the mirror tells the truth.</summary>
internal sealed class SettledState(WorldPlan plan, EngineWorld world, Snapshot snapshot)
{
    private readonly HashSet<string> _troubled = [.. world.Read(state => state.Status().DeadLetters).Select(letter => letter.Record)];
    private readonly HashSet<(string, string)> _held = [.. world.Read(state => state.Conflicts()).Where(c => c.DecidedBy.StartsWith("review", StringComparison.Ordinal))
        .SelectMany(c => new[] { (c.WinnerEdit, c.LoserEdit), (c.LoserEdit, c.WinnerEdit) })];

    /// <summary>Throws what does not hold.</summary>
    public void Check()
    {
        CheckClusters();
        var set = MappedSet.Compile(world.Set, null);
        using var state = StateFile.Open(world.Set.Workspace.State, set);
        foreach (var (flow, source, target) in snapshot.Links)
        {
            CheckLink(state, set.AllFlows.First(f => f.Name == flow), Load(state, set, source), Load(state, set, target));
        }

        foreach (var entity in set.Entities)
        {
            CheckMirror(state, entity);
        }
    }

    private static MirrorRecord Load(StateFile state, MappedSet set, string record)
    {
        var entity = set.Entities.First(e => record.StartsWith(e.Name + "/", StringComparison.Ordinal));
        return state.Mirror.Load(state.Mirror.Find(entity, record[(entity.Name.Length + 1)..])!.Value.Id);
    }

    private void CheckClusters()
    {
        foreach (var cluster in snapshot.Names.Clusters)
        {
            if (cluster.Where(snapshot.Records.ContainsKey).GroupBy(EntityOf).FirstOrDefault(g => g.Count() > 1) is { } twice)
            {
                throw Fails("INV4", $"one thing has {twice.Count()} records in {twice.Key}: {string.Join(", ", twice)}");
            }
        }

        var open = world.Read<long>(state => [state.Status().OpenCreates]).SingleOrDefault();
        var linked = snapshot.Links.Concat(snapshot.Ended).SelectMany(link => new[] { link.Source, link.Target }).ToHashSet();
        if (open == 0 && snapshot.Records.Keys.FirstOrDefault(record => !snapshot.Users.Contains(record) && !linked.Contains(record)) is { } stray)
        {
            throw Fails("INV4", $"{stray} was created and belongs to nobody");
        }
    }

    private void CheckLink(StateFile state, MappedFlow flow, MirrorRecord source, MirrorRecord target)
    {
        string[] both = [source.Name.ToString(), target.Name.ToString()];
        if (both.Any(record => _troubled.Contains(record) || snapshot.Names.Cluster(record).Exists(_troubled.Contains)))
        {
            return;
        }

        // Of a record that is gone without anybody looking (O5), what was last known still agrees.
        foreach (var record in new[] { source, target }.Where(record => !snapshot.Records.ContainsKey(record.Name.ToString()) && plan.FindsDeletes(record.Name.Entity)))
        {
            throw Fails("INV2", $"{flow.Name} still links {source.Name} with {target.Name}, though {record.Name} is gone");
        }

        CheckElements(flow, source, target);
        var agreed = state.Links.Find(flow, Side.Source, source.Id)!.Value.Agreed;
        foreach (var group in flow.Groups)
        {
            if (group.Find(source.Values, source.Stamps, target.Values) is not { Row.Elements: null } given)
            {
                continue;
            }

            var (row, s, t) = (given.Row, given.Stamp, target.Stamps[given.Row.Target]);
            var agrees = row.IsReference ? RefersToTheSame(row, source, target, hasAgreed: agreed.Of(group.Number).IsAny) : Agrees(row, source.Values[row.Source], target.Values[row.Target]);
            // O6: what a system makes of no value at all is nobody's.
            if (!agrees && !(s.IsUnsaid && t.IsUnsaid) && (!s.IsSameEdit(t) || IsLeftDrifted(row, s, t)) && !Rests(row, s, t) && !_held.Contains((Named(source, row, s), Named(target, row, t))))
            {
                throw Fails("INV2", $"{flow.Name}: {source.Name} {row.Row.Source}='{source.Values[row.Source]}' {s} and {target.Name} {row.Row.Target}='{target.Values[row.Target]}' {t}");
            }
        }
    }

    // R11: the elements of two lists that go both ways are the same, but for their order and spelling.
    private void CheckElements(MappedFlow flow, MirrorRecord source, MirrorRecord target)
    {
        // One that is gone without anybody looking (O5) shows no elements.
        if (!snapshot.Records.ContainsKey(source.Name.ToString()) || !snapshot.Records.ContainsKey(target.Name.ToString()))
        {
            return;
        }

        foreach (var row in world.Set.Flows.First(f => f.Name == flow.Name).Properties.Where(row => row is { Each: not null, Direction: Engine.Flows.Direction.Both }))
        {
            var oneWay = row.Each!.Rows.Where(element => element.Direction != Engine.Flows.Direction.Both).Select(element => element.Source).ToHashSet();
            string Seen(MirrorRecord record) => string.Join(" | ", ElementText.Lines(GivenValues.Essence("l", snapshot.Records[record.Name.ToString()]["l"]))
                .Select(line => oneWay.Contains("w") ? line[..line.LastIndexOf('/')] : line));
            if (Seen(source) != Seen(target))
            {
                throw Fails("INV2", $"{flow.Name}: {source.Name} has the elements '{Seen(source)}' and {target.Name} '{Seen(target)}'");
            }
        }
    }

    // As the record of a conflict names an edit; what is drift on one row may be held by the review of another.
    private static string Named(MirrorRecord record, MappedRow row, Stamp edit) => new ConflictSide(record.Name, row.Row.Target, Value.None, row.Form, edit, false).EditText();

    // R7: what was edited where an enforced row writes is not left there.
    private static bool IsLeftDrifted(MappedRow row, Stamp s, Stamp t) => !row.IsReference && s.IsDrift != t.IsDrift && (s.IsDrift ? row.UpdatesSource : row.UpdatesTarget);

    // R7: what is edited on the receiving side stays there until the sending side changes.
    private static bool Rests(MappedRow row, Stamp s, Stamp t) => row switch
    {
        { UpdatesSource: true, UpdatesTarget: true } => false,
        { UpdatesTarget: true } => !row.Order.Beats(s, t),
        { UpdatesSource: true } => !row.Order.Beats(t, s),
        _ => true,
    };

    private static bool Agrees(MappedRow row, Value s, Value t)
    {
        var there = row.Get(s, null!);
        var back = row.Put(t, s, null!);
        return (row.RunsToTarget && there.IsValue && row.Form.Same(there.Value, t)) || (!row.RunsToTarget && back.IsValue && row.SourceForm.Same(back.Value, s));
    }

    // INV8: a reference names the record of the same cluster, or waits for it.
    private bool RefersToTheSame(MappedRow row, MirrorRecord source, MirrorRecord target, bool hasAgreed)
    {
        var (s, t) = (source.Values[row.Source], target.Values[row.Target]);
        if (s.IsNone || t.IsNone)
        {
            var lonely = s.IsNone ? $"{row.ReferencedTarget}/{t}" : $"{row.ReferencedSource}/{s}";
            var other = s.IsNone ? row.ReferencedSource : row.ReferencedTarget;
            return (s.IsNone && t.IsNone) || !IsKnown(lonely, other);
        }

        if (snapshot.Names.Cluster($"{row.ReferencedSource}/{s}").Contains($"{row.ReferencedTarget}/{t}"))
        {
            return true;
        }

        // Who wins may refer to what has no counterpart yet (R10): on a link that has not agreed by on_link (R5), where the row goes both ways,
        // else by the order of the row.
        var sourceWins = !hasAgreed && row is { UpdatesSource: true, UpdatesTarget: true, Row.OnLink: ConflictPolicy.Source or ConflictPolicy.Target }
            ? row.Row.OnLink == ConflictPolicy.Source
            : row.Order.Beats(source.Stamps[row.Source], target.Stamps[row.Target]);
        return sourceWins ? !IsKnown($"{row.ReferencedSource}/{s}", row.ReferencedTarget) : !IsKnown($"{row.ReferencedTarget}/{t}", row.ReferencedSource);
    }

    private bool IsKnown(string record, string counterpart) => snapshot.Names.Cluster(record).Exists(r => EntityOf(r) == counterpart && snapshot.Records.ContainsKey(r));

    private void CheckMirror(StateFile state, MappedEntity entity)
    {
        foreach (var (key, id) in state.Mirror.Page(entity, string.Empty, int.MaxValue))
        {
            var mirror = state.Mirror.Load(id);
            var real = snapshot.Records.GetValueOrDefault($"{entity.Name}/{key}");
            foreach (var i in Enumerable.Range(0, real is null ? 0 : mirror.Values.Length).Where(i => entity.Lists[i] is null))
            {
                var path = ListedProperties.PropertyAt(entity.Shape.Properties[i].Path);
                if (!entity.Forms[i].Same(mirror.Values[i], Value.Text(real![path])))
                {
                    throw Fails("O2", $"{mirror.Name} {path} is '{real[path]}', the mirror says '{mirror.Values[i]}'");
                }
            }
        }

        var (there, known) = (snapshot.Records.Keys.Count(r => EntityOf(r) == entity.Name), state.Counts.PresentOf(entity));
        if (plan.FindsDeletes(entity.Name) ? there != known : there > known)
        {
            throw Fails("O2", $"the mirror knows {known} records of {entity.Name}, and there are {there}");
        }
    }

    private static string EntityOf(string record) => record[..record.LastIndexOf('/')];

    private static ViolationException Fails(string invariant, string message) => new(new Violation(invariant, message));
}
