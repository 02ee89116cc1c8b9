using System.Globalization;
using SesamTalk.Simulation.Worlds;

namespace SesamTalk.Simulation.Histories;

/// <content>The situations themselves; none of the acts where the world has no place for one.</content>
internal sealed partial class Acts
{
    // C1: a record that is created only if somebody refers to it, and somebody who does.
    private List<Act> Want()
    {
        var asking = world.Flows.Where(flow => flow.OnReference is not null).ToList();
        if (asking.Count == 0)
        {
            return [];
        }

        var flow = Any(asking);
        var wanted = Add(world.Entity(flow.Source), null);
        return [wanted, Add(world.Entity($"{flow.Source.Split('/')[0]}/{flow.OnReference}"), wanted.User)];
    }

    // I4: what two on one side and one on the other carry holds all three, though the next rule is one to one for two of them.
    private List<Act> Muddle()
    {
        var flows = world.Flows.Where(flow => flow.Match == "n | m").ToList();
        if (flows.Count == 0)
        {
            return [];
        }

        var (flow, mail, name) = (Any(flows), $"u{random.Next(30)}@x.no", Any(Names[2..]));
        return [Add(world.Entity(flow.Source), null, mail, name), Add(world.Entity(flow.Source), null, null, name), Add(world.Entity(flow.Target), null, mail, name)];
    }

    // I3: one on each side, and they carry only what never matches.
    private List<Act> Spare()
    {
        var flows = world.Flows.Where(flow => flow.Match.Contains(" except ", StringComparison.Ordinal)).ToList();
        if (flows.Count == 0)
        {
            return [];
        }

        var flow = Any(flows);
        var mail = flow.Match.Split(" except ")[1];
        return [Add(world.Entity(flow.Source), null, mail), Add(world.Entity(flow.Target), null, mail)];
    }

    // R10: one that is known refers to another that is known.
    private List<Act> Refer()
    {
        var places = Known((flow, _) => flow.Rows.Any(row => row.Of is not null));
        return places.Count > 0 && Any(places) is var place && ReferenceIn(world.Entity(place.Here)) is { } reference ? [Edit(place.User, place.Here, "r", reference)] : [];
    }

    // R4: both sides of a row with a policy of its own.
    private List<Act> Dispute()
    {
        var places = Places((row, _) => row.Conflict is not null && row.Way == "=");
        return places.Count > 0 && Any(places) is var place ? [EditHere(place), EditThere(place)] : [];
    }

    // R1: both sides say the same, and between them a third says something else.
    private List<Act> Concur()
    {
        var places = Places((row, _) => row.Way == "=");
        if (places.Count == 0)
        {
            return [];
        }

        var (place, value) = (Any(places), Value());
        var others = world.Entities.Where(entity => entity.Path != place.Here && entity.Path != place.There && entity.Name == place.Here.Split('/')[1]).ToArray();
        return others.Length == 0 ? [] : [EditHere(place, value), Edit(place.User, Any(others).Path, place.Property), EditThere(place, value)];
    }

    // R1: the same, and the third only hears, and from the side whose edit is the lesser until the two have agreed. Few worlds have a place
    // for it, so it goes before the others.
    private List<Act> Overhear()
    {
        bool IsPlain(RowPlan row, string way) => row is { Conversion: null, If: null, IfTarget: null, Conflict: null, Enforce: false } && row.Way == way;
        var hearing = Places((row, isSource) => IsPlain(row, isSource ? ">" : "<"));
        var heard = Places((row, _) => IsPlain(row, "=")).FindAll(place => hearing.Exists(place.IsShownTo) && !world.Entity(place.Here).Is("no-modified"));
        if (heard.Count == 0)
        {
            return [];
        }

        var (place, value) = (Any(heard), Value());
        return [EditHere(place, value), EditThere(Any(hearing.FindAll(place.IsShownTo))), EditThere(place, value)];
    }

    // T4: two that carry the same are made, and the run is killed in between: who carries the same beyond would meet the first of them alone.
    private List<Act> Crowd()
    {
        static bool MatchesByMail(FlowPlan flow) => flow.Match is "m" or "m | n";
        var ends = world.Flows.Where(flow => MatchesByMail(flow) && Creates(flow, flow.Source))
            .SelectMany(flow => world.Flows.Where(other => other != flow && MatchesByMail(other)), (flow, other) => (Crowd: flow.Source, Other:
                other.Source == flow.Target && !Creates(other, other.Target) ? other.Target
                : other.Target == flow.Target && !Creates(other, other.Source) ? other.Source : null))
            .Where(end => end.Other is not null && end.Other != end.Crowd).ToList();
        if (ends.Count == 0)
        {
            return [];
        }

        var ((crowd, other), mail) = (Any(ends), $"v{random.Next(30)}@x.no");
        return
        [
            Add(world.Entity(other!), null, mail, ""),
            .. Chance(60) ? [Add(world.Entity(crowd), null)] : Array.Empty<Act>(), Add(world.Entity(crowd), null, mail, ""), Add(world.Entity(crowd), null, mail, ""),
            .. Enumerable.Range(0, 3).Select(_ => new Act("kill", "call", string.Create(CultureInfo.InvariantCulture, $"{random.Next(4, 16)} after"))),
        ];
    }

    // W2: somebody sets what is just about to be written.
    private List<Act> Interfere()
    {
        var places = Places(IsSent).FindAll(place => !world.Entity(place.There).Is("unconditional"));
        return places.Count > 0 && Any(places) is var place ? [EditHere(place), EditThere(place) with { Verb = "meanwhile" }] : [];
    }

    // R7: an edit where an enforced row writes; often the very same again when it was taken back. Only what a system stores without a word
    // leaves it open whose value it is.
    private List<Act> Defy()
    {
        var places = Places((row, isSource) => row.Enforce && !IsSent(row, isSource));
        if (places.Count == 0)
        {
            return [];
        }

        var open = places.FindAll(place => world.Entity(place.Here).Is("silent"));
        var edit = EditHere(Any(open.Count > 0 ? open : places));
        _later.AddRange(open.Count > 0 || Chance(40) ? [edit] : []);
        return [edit];
    }

    // O3: an edit that the time of a read dates, and one that a clock dates which is off; where it can be, of a system that loses against the
    // other if their times are one. Few worlds have a place for it as well.
    private List<Act> Mistime()
    {
        var places = Places(IsSent).FindAll(place => world.Entity(place.Here).Is("no-modified")
            && world.Entity(place.There) is var there && !there.Is("no-modified") && world.System(there.System).Skew != 0);
        if (places.Count == 0)
        {
            return [];
        }

        SystemPlan SystemOf(string entity) => world.System(entity.Split('/')[0]);
        var lesser = places.FindAll(place => SystemOf(place.There).Skew < 0 && SystemOf(place.There).Rank < SystemOf(place.Here).Rank);
        var place = Any(lesser.Count > 0 ? lesser : places);
        if (SystemOf(place.There).Skew > 0)
        {
            return [EditHere(place), EditThere(place)];
        }

        _later.Add(EditThere(place));
        return [EditHere(place)];
    }

    // O4: what was set is set again, but for a blank, after the other side has changed it.
    private List<Act> Blank()
    {
        var places = Places((row, _) => row.Way == "=");
        if (places.Count == 0)
        {
            return [];
        }

        var (place, value) = (Any(places), Value().TrimEnd('~'));
        _later.AddRange([EditThere(place), EditHere(place, value + "~")]);
        return [EditHere(place, value)];
    }

    // R11: an element is taken out or set, or taken out here and set there.
    private List<Act> Reword()
    {
        var places = Known((flow, _) => flow.Rows.Any(row => row.Each is not null));
        if (places.Count == 0)
        {
            return [];
        }

        var ((user, here, there), key) = (Any(places), Chance(80) ? random.Next(1, 3) : 3);
        List<Act> acts = [new("element", $"{user}@{here}", Chance(70) ? $"{key} gone" : Element(key)), new("element", $"{user}@{there}", $"{key} {Any(["v", "w"])} {Value()}")];
        return Chance(40) ? acts[..1] : Chance(50) ? acts : [acts[1], acts[0]];
    }

    // R5, R11: two lists that have never agreed about an element which one of them has lost.
    private List<Act> Estrange()
    {
        var ends = world.Flows.Where(flow => flow.Match.StartsWith('m') && flow.Match != "m + n" && flow.Rows.Any(row => row is { Each: not null, Way: "=" }))
            .SelectMany(flow => Sides.Where(isSource => !Creates(flow, isSource ? flow.Source : flow.Target)).Select(isSource => isSource ? (flow.Source, flow.Target) : (flow.Target, flow.Source))).ToList();
        if (ends.Count == 0)
        {
            return [];
        }

        var ((here, there), mail) = (Any(ends), $"u{random.Next(30)}@x.no");
        var (one, other) = (Add(world.Entity(here), null, mail, ""), Add(world.Entity(there), null, mail, ""));
        _later.AddRange([other, new("element", one.Subject, $"{random.Next(1, 3)} gone")]);
        return [one];
    }

    // D3: a delete, and an edit of the counterpart that travels towards it.
    private List<Act> GetThrough() => MeetDelete((row, _) => row.Way == "=");

    // D3: one that does not.
    private List<Act> StayBehind() => MeetDelete((row, isSource) => !IsSent(row, !isSource));

    private List<Act> MeetDelete(Func<RowPlan, bool, bool> isWanted)
    {
        var places = Places(isWanted, passesOn: true);
        if (places.Count == 0)
        {
            return [];
        }

        var place = Any(places);
        List<Act> acts = [Delete(place.User, place.Here), EditThere(place)];
        return Chance(50) ? acts : [acts[1], acts[0]];
    }

    // D4: a record of which a delete was passed on is taken out of the bin.
    private List<Act> TakeBack()
    {
        var places = Known((flow, _) => flow.Propagates || Chance(50)).FindAll(place => place.Here == OwnEntity(place.User) && world.FindsDeletes(place.Here));
        if (places.Count == 0)
        {
            return [];
        }

        var (user, here, _) = Any(places);
        var delete = Delete(user, here);
        _later.Add(Restore(delete.Subject));
        return [delete];
    }

    private Act EditHere(Place place, string? value = null) => Edit(place.User, place.Here, place.Property, value);

    private Act EditThere(Place place, string? value = null) => Edit(place.User, place.There, place.OtherProperty, value);

    private Act Edit(string user, string entity, string property, string? value = null) => new("edit", $"{user}@{entity}", $"{property}: {value ?? Value()}");

    private Act Delete(string user, string entity)
    {
        _deleted.Add($"{user}@{entity}");
        return new Act("delete", _deleted[^1]);
    }

    private Act Restore(string deleted) => new("restore", deleted, $"m: {Mail()}, x: {Value()}");
}
