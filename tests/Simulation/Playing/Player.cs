using SesamTalk.Engine.Running;
using SesamTalk.Simulation.Checking;
using SesamTalk.Simulation.Histories;
using SesamTalk.Simulation.Planting;

namespace SesamTalk.Simulation.Playing;

/// <summary>Plays a history on the real engine, and holds the invariants that need nothing else against it: INV1 to INV5, INV8.</summary>
internal sealed class Player(History history, Coverage coverage)
{
    /// <summary>How many runs follow the last act of a history.</summary>
    public const int RunsToSettle = 3;

    private const int RunsThatLeave = 3;

    private bool _hasHearsay;
    private bool _hasLeft;

    /// <summary>What is broken on purpose.</summary>
    public PlantedFault? Planted { get; init; }

    /// <summary>Plays it, and lets it settle.</summary>
    public async Task<Outcome> PlayAsync(Variation variation)
    {
        using var world = new EngineWorld(history.World, variation, Planted);
        foreach (var act in history.Acts)
        {
            await world.ActAsync(act);
            if (act.Verb == "run")
            {
                CheckRun(world);
            }
        }

        await SettleAsync(world);
        var settled = world.Look();
        new SettledState(history.World, world, settled).Check();
        coverage.Count("R11 elements that agree", settled.Links.Count(link => history.World.Flows.First(flow => flow.Name == link.Flow).Rows.Any(row => row.Each is not null)
            && settled.Records.TryGetValue(link.Source, out var one) && !string.IsNullOrEmpty(one["l"])));
        coverage.Count("O6 what was taken back stands", world.Read(state => state.Conflicts()).Count(c => c.DecidedBy == "enforce"
            && settled.Records.TryGetValue(c.Loser, out var record) && record.GetValueOrDefault(c.LoserProperty) == c.LoserValue));
        coverage.Count("T4 killed", world.Killed);
        coverage.Count("D1 deleted", world.Deletes.Seen);
        coverage.Count("D1 ended", settled.Ended.Count);
        var isClear = !_hasLeft && world.Report!.Findings.All(f => f.Kind != FindingKind.Unresolved) && world.Read(state => state.Status().DeadLetters).Count == 0;
        return new Outcome(settled, isClear, _hasHearsay);
    }

    // INV1. A system that rewrites in silence is found out by the next read, which may take its value for an edit (O6): a run more for each.
    // Where a run had to leave something for the next read, so may what comes on top of it: taking it back (R7), and a delete (W2).
    private async Task SettleAsync(EngineWorld world)
    {
        await world.RunAsync();
        CheckRun(world);
        var mayWrite = history.World.LateSpellers + (_hasLeft ? RunsThatLeave : 0);
        for (var runs = 0; runs < 2 || mayWrite >= 0; runs++)
        {
            var before = world.Memory.Calls;
            await world.RunAsync();
            Quiet(world, before, mayWrite-- > 0);
            mayWrite += !_hasLeft && world.HasLeft ? RunsThatLeave : 0;
            _hasLeft = _hasLeft || world.HasLeft;
        }
    }

    private void CheckRun(EngineWorld world)
    {
        CheckNothingStrays(world);
        CheckNothingLost(world);
        _hasLeft = _hasLeft || world.HasLeft;
        _hasHearsay = _hasHearsay || (history.IsDisturbed && Hearsay.IsIn(world, history.World));
    }

    private static void Quiet(EngineWorld world, Connectors.Memory.CallCounts before, bool mayWrite)
    {
        if (world.Report!.Findings.FirstOrDefault(f => f.Kind == FindingKind.Unsettled) is { } unsettled)
        {
            throw new ViolationException(new Violation("T1", $"{unsettled.Subject}: {unsettled.Message}"));
        }

        if (!mayWrite && (world.Memory.Calls - before).Written is var written and > 0)
        {
            throw new ViolationException(new Violation("INV1", $"{written} records were written though nobody had edited anything"));
        }
    }

    // INV5: what the engine deletes is linked, by a flow that passes deletes on, with a record that is gone.
    private static void CheckNothingStrays(EngineWorld world)
    {
        if (world.Deletes.Strays is [var stray, ..])
        {
            throw new ViolationException(new Violation("INV5", $"{stray} was to be deleted, and no flow that passes deletes on joins it with a record that is gone"));
        }
    }

    // INV3: an edit stands where it was made, or in the record of a conflict.
    private void CheckNothingLost(EngineWorld world)
    {
        if (world.Report!.Findings.FirstOrDefault(f => f.Kind == FindingKind.Unsettled) is { } unsettled)
        {
            throw new ViolationException(new Violation("T1", $"{unsettled.Subject}: {unsettled.Message}"));
        }

        var settled = world.Look();
        var records = settled.Records;
        string? Now((string Record, string Property) place) => !records.TryGetValue(place.Record, out var record) ? null
            : place.Property.StartsWith("l[", StringComparison.Ordinal) ? ElementText.At(record["l"], place.Property) : record[place.Property];
        var lost = world.Edits.Where(edit => (records.ContainsKey(edit.Key.Record) || (world.Before.Contains(edit.Key.Record) && IsMapped(edit.Key))) && IsLost(edit.Key.Property, edit.Value, Now(edit.Key))).ToList();
        if (lost.Count > 0)
        {
            coverage.Count("INV3 edit beaten", lost.Count);
            coverage.Count("R11 an edit of an element beaten", lost.Count(edit => edit.Key.Property.StartsWith("l[", StringComparison.Ordinal)));
            var conflicts = world.Read(state => state.Conflicts()).ToList();
            var named = conflicts.SelectMany(c => new[] { c.LoserEdit, c.WinnerEdit }).Select(edit => edit.Split(',')[0]).ToHashSet();

            // R1: an edit that agreed with another goes by the name of the greater from then on; also where both are gone since.
            var linked = settled.Links.Concat(settled.Ended).Select(link => (One: link.Source, Other: link.Target)).ToList();
            var together = new Names(linked.SelectMany(link => new[] { link.One, link.Other }).Distinct(), linked);
            bool IsBeatenUnderAnotherName((string Record, string Property) place, string? value) => conflicts.Exists(c =>
                GivenValues.Essence(c.LoserProperty, c.LoserValue) == GivenValues.Essence(place.Property, value) && together.Cluster(place.Record).Contains(c.Loser));

            // R3: who sets the same at the very moment of a write has it seen by whoever sets another value where it stands as well.
            bool IsOvertaken((string Record, string Property) place, string? value) => history.Acts.Any(act => act.Verb == "meanwhile") && world.Edits.Any(later =>
                later.Key.Record != place.Record && together.Cluster(place.Record).Contains(later.Key.Record) && world.IsByUser(later.Key.Record, later.Key.Property, value)
                && GivenValues.Essence(place.Property, Now(place)) == GivenValues.Essence(later.Key.Property, later.Value.Value));

            foreach (var edit in lost.Where(edit => edit.Key.Property != "r" && !named.Contains(edit.Key.Record) && !MayBeLost(edit.Key.Record)
                && !IsBeatenUnderAnotherName(edit.Key, edit.Value.Value) && !IsOvertaken(edit.Key, edit.Value.Value)))
            {
                throw new ViolationException(new Violation("INV3", $"{edit.Key.Record} {edit.Key.Property} was set to '{edit.Value.Value}', is '{Now(edit.Key)}', and no conflict names it"));
            }
        }

        foreach (var edit in world.Edits.Where(edit => world.ReachedAll || HasArrived(world, settled, edit.Key, edit.Value.Value)).ToList())
        {
            world.Edits.Remove(edit.Key);
        }
    }

    // Also in a run that did not reach all: what all whom it reached show, whoever deletes one of them has seen.
    private bool HasArrived(EngineWorld world, Snapshot settled, (string Record, string Property) place, string? value)
    {
        var unreached = world.Unreached;
        var shared = history.World.SharedWith(EntityOf(place.Record), place.Property.Split('[')[0]).ToLookup(it => it.Entity, it => it.Property);
        bool IsReached(string record) => !unreached.Contains(record.Split('/')[0]);
        return world.HasRead(EntityOf(place.Record)) && settled.Names.Cluster(place.Record).Where(IsReached).All(record => !shared.Contains(EntityOf(record))
            || (settled.Records.TryGetValue(record, out var shown) && shared[EntityOf(record)].Any(property => GivenValues.Essence(property, shown[property]) == GivenValues.Essence(place.Property, value))));
    }

    private static string EntityOf(string record) => record[..record.LastIndexOf('/')];

    // The engine reads what flows map, ask for or match by, and nothing else: that is all of a record that it can know.
    private bool IsMapped((string Record, string Property) place) =>
        history.World.MappedOf(EntityOf(place.Record)).Contains(place.Property.Split('[')[0]);

    private static bool IsLost(string property, (string? Before, string? Value) edit, string? now)
    {
        var value = GivenValues.Essence(property, edit.Value);
        return value != GivenValues.Essence(property, now) && value != GivenValues.Essence(property, edit.Before);
    }

    // W2: what somebody sets at the very moment of a write, in a system that cannot write conditionally, is lost.
    private bool MayBeLost(string record) =>
        history.Acts.Any(act => act.Verb == "meanwhile") && history.World.Entity(EntityOf(record)).Is("unconditional");
}
