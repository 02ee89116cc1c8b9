using System.Collections.Immutable;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Running;
using SesamTalk.Engine.State;

namespace SesamTalk.Engine.Testing.Playing;

/// <summary>Plays one play: systems and a state of its own, users, and the real engine. An act takes a second, a run begins a minute later.</summary>
internal sealed class Player
{
    private readonly TestClock _clock = new();
    private readonly CountedIdentifiers _identifiers = new();
    private readonly List<Snapshot> _moments = [];
    private readonly List<Finding> _stops = [];
    private readonly HashSet<(string Entity, string Key)> _bystanders = [];
    private readonly Dictionary<Side, string> _keys = [];
    private readonly Play _play;
    private readonly Flow _flow;
    private readonly FlowSet _set;
    private readonly ITestSystems _systems;

    private Player(TestStage stage, Play play, FlowTestOptions options, string folder)
    {
        (_play, _flow) = (play, stage.Flow);
        _set = stage.SetFor(play.Links, Path.Combine(folder, "state.db"));
        _systems = options.MakeSystems(_clock);
        foreach (var system in stage.Systems)
        {
            _systems.AddSystem(system.Name, system.Entities);
        }
    }

    /// <summary>Plays it.</summary>
    public static async Task<Outcome> PlayAsync(TestStage stage, Play play, FlowTestOptions options, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("sesamtalk-flow-test-");
        try
        {
            return await new Player(stage, play, options, folder.FullName).PlayAsync(cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<Outcome> PlayAsync(CancellationToken cancellationToken)
    {
        PutLinks();
        Put(Side.Source);
        Put(Side.Target);
        await RunAsync(cancellationToken);
        var isSettled = true;
        foreach (var act in _play.Acts)
        {
            isSettled = act is Act.Run;
            await DoAsync(act, cancellationToken);
        }

        if (!isSettled)
        {
            await RunAsync(cancellationToken);
        }

        return Read();
    }

    private void PutLinks()
    {
        for (var number = 0; number < _play.Links.Length; number++)
        {
            Put(Side.Source, _play.Links[number].Source, number + 1);
            Put(Side.Target, _play.Links[number].Target, number + 1);
        }
    }

    private void Put(Side side, GivenKey record, int link)
    {
        Pass();
        var system = EndOf(side).System.Name;
        _bystanders.Add(($"{system}/{record.Entity}", _systems.Add(system, record.Entity, record.Key, [LinkToken.For(side, link)])));
    }

    private void Put(Side side)
    {
        if (_play.Given(side) is { } record)
        {
            Add(side, record, _play.AreLinked ? [LinkToken.For(side, 0)] : []);
        }
    }

    private void Add(Side side, TestRecord record, IEnumerable<(string Property, Value Value)> token)
    {
        Pass();
        var end = EndOf(side);
        var values = RecordValues.Of(record, end.Entity, _ => Value.None);
        var key = values.FirstOrDefault(value => value.Property == end.Entity.Key.Property).Value;
        _keys[side] = _systems.Add(end.System.Name, end.Entity.Name, key.IsNone ? null : key.ToString(), [.. values, .. token]);
    }

    private Task DoAsync(Act act, CancellationToken cancellationToken)
    {
        switch (act)
        {
            case Act.Edit edit when KeyOn(edit.Side) is { } key:
                Edit(edit, key);
                return Task.CompletedTask;
            case Act.Edit edit:
                Add(edit.Side, edit.Record, []);
                return Task.CompletedTask;
            case Act.Delete delete when KeyOn(delete.Side) is { } key:
                Pass();
                _systems.Delete(EndOf(delete.Side).System.Name, EndOf(delete.Side).Entity.Name, key);
                return Task.CompletedTask;
            case Act.Run:
                return RunAsync(cancellationToken);
            default:
                return Task.CompletedTask;
        }
    }

    private void Edit(Act.Edit edit, string key)
    {
        Pass();
        var end = EndOf(edit.Side);
        foreach (var (property, value) in RecordValues.Of(edit.Record, end.Entity, path => ValueOf(end, key, path)))
        {
            _systems.Edit(end.System.Name, end.Entity.Name, key, property, value);
        }
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        _clock.Advance(TimeSpan.FromMinutes(1));
        _moments.Add(Look());
        var report = await new Runner([_systems.Connector], _clock, _identifiers).RunAsync(_set, new RunOptions(), progress: null, cancellationToken);
        _stops.AddRange(report.Findings.Where(finding => finding.Kind != FindingKind.Rejected));
        _moments.Add(Look());
    }

    private Snapshot Look() => new(Look(Side.Source), Look(Side.Target));

    private RecordState? Look(Side side)
    {
        var end = EndOf(side);
        return KeyOn(side) is { } key
            ? new RecordState(end.Entity, key, end.Entity.Properties.ToImmutableDictionary(property => property.Path, property => ValueOf(end, key, property.Path)))
            : null;
    }

    private Outcome Read()
    {
        using var state = StateReader.Open(_set.Workspace.State, _set)!;
        var status = state.Status();
        var (source, target) = (KeyOn(Side.Source), KeyOn(Side.Target));
        return new Outcome(
            [.. _moments],
            [.. Sides.Both.SelectMany(side => KeysOn(side).Where(key => key != KeyOn(side)).Select(key => $"{EndOf(side)}/{key}"))],
            state.Links(_flow.Name).Where(link => link.EndedIn is null && link.SourceKey == source && link.TargetKey == target).Select(link => link.Detail ?? $"{link.Evidence}").FirstOrDefault(),
            [.. state.Journal().Where(entry => entry.Flow == _flow.Name)],
            [.. state.Conflicts().Where(conflict => conflict.Flow == _flow.Name)],
            [.. status.DeadLetters.Select(letter => letter.Message)],
            [.. status.Waiting.Where(waiting => waiting.Flow == _flow.Name).Select(waiting => waiting.Reason).Distinct()],
            [.. status.Reviews.Where(review => review.Flow == _flow.Name).Select(review => review.Reason).Distinct()],
            [.. _stops.Distinct()]);
    }

    // The record that was there first, as long as it is there; both sides may be of one entity.
    private string? KeyOn(Side side)
    {
        var keys = KeysOn(side);
        if (keys.Count == 0)
        {
            return null;
        }

        return _keys[side] = _keys.TryGetValue(side, out var known) && keys.Contains(known) ? known : keys[0];
    }

    private List<string> KeysOn(Side side)
    {
        var (end, across) = (EndOf(side), EndOf(side.Other()));
        var taken = end.ToString() == across.ToString() ? _keys.GetValueOrDefault(side.Other()) : null;
        return [.. _systems.Keys(end.System.Name, end.Entity.Name).Where(key => key != taken && !_bystanders.Contains((end.ToString(), key)))];
    }

    private Value ValueOf(FlowSide end, string key, string property) => _systems.ValueOf(end.System.Name, end.Entity.Name, key, property);

    private FlowSide EndOf(Side side) => side == Side.Source ? _flow.Source : _flow.Target;

    private void Pass() => _clock.Advance(TimeSpan.FromSeconds(1));
}
