namespace SesamTalk.Simulation.Reference;

/// <content>Chapter 4: who gets a counterpart made. One flow creates all that it may; then everything is linked again.</content>
internal sealed partial class Model
{
    private static readonly bool[] SourceThenTarget = [true, false];
    private static readonly string[] PerhapsMandatory = ["x", "r"];

    private bool Create(ModelFlow flow)
    {
        var created = false;
        var awaited = Awaited();
        foreach (var source in SourceThenTarget)
        {
            var wanted = flow.CreatesFor(source) || Breaks("C1 it") ? flow.Free(source).Where(key => IsWanted(flow, source, key)) : [];
            foreach (var key in wanted.Concat(flow.Renewing(source)).Order(StringComparer.Ordinal).ToList())
            {
                created |= Create(flow, source, key);
            }
        }

        return created || !awaited.IsSupersetOf(Awaited());
    }

    private bool IsWanted(ModelFlow flow, bool source, string key)
    {
        var wanted = !source || flow.CreateWhen is null || flow.CreateWhen.Holds(flow.Source.Mirror[key].Values) || Breaks("C1 conditions");
        _coverage.Count(wanted ? "C1 wanted" : "C1 the condition does not hold");
        return wanted && (!source || flow.Plan.OnReference is null || IsAwaited(flow, key));
    }

    // C1, I5: not where there is a record of that entity already, nor for who is in review.
    private bool Create(ModelFlow flow, bool source, string key)
    {
        var (from, to) = (flow.Entity(source), flow.Entity(!source));
        var cluster = Clusters().Cluster($"{from.Path}/{key}");
        var renews = flow.Find(source, key) is ({ State: ModelLinkState.Renewing }, _);
        if ((flow.IsLinked(source, key) && !renews) || flow.Review.ContainsKey((source, key)) || cluster.Exists(record => EntityOf(record) == to.Path && !(renews && IsGone(record))))
        {
            return false;
        }

        StopWaiting(flow, $"{from.Path}/{key}");
        var (values, stamps, waits) = Draft(flow, source, key, from.Mirror[key]);
        if (waits || !Breaks("C4") && PerhapsMandatory.Any(property => to.Mandates(property) && Canonical.IsEmpty(values.GetValueOrDefault(property))))
        {
            _coverage.Count("C4 waits");
            return false;
        }

        if (!Breaks("C4") && WouldBeRejected(to, values))
        {
            return false;
        }

        _coverage.Count(source ? "C1 created in the target" : "C1 created in the source");
        Settle(flow, source, key, to, values, stamps);
        return true;
    }

    private (Dictionary<string, string?> Values, Dictionary<string, ModelStamp> Stamps, bool Waits) Draft(ModelFlow flow, bool source, string key, ModelMirror origin)
    {
        var (values, stamps, waits) = (new Dictionary<string, string?>(StringComparer.Ordinal), new Dictionary<string, ModelStamp>(StringComparer.Ordinal), false);
        foreach (var (row, from, to, stamp) in Givers(flow, source, origin, values, stamps))
        {
            if (row.HasElements)
            {
                DraftElements(flow, source, key, row, stamp, values, stamps);
                continue;
            }

            if (row.IsReference && Translate(flow, source, origin.Values[from]) is (var found, false))
            {
                // R10: the record goes without it, unless it must have it.
                _coverage.Count("R10 created without its reference");
                Await(flow, source, key, row, origin.Values[from]!);
                waits |= flow.Entity(!source).Mandates(to);
                values[to] = found;
                continue;
            }

            values[to] = row.IsReference ? Translate(flow, source, origin.Values[from]).Key : source ? row.Get(origin.Values[from]) : row.Put(origin.Values[from], null);
            stamps[to] = stamp.OneHopOn();
        }

        return (values, stamps, waits);
    }

    // R8; those whose conditions ask the new record come last. Of several that give one property of a new source, the greatest stamp wins.
    private static IEnumerable<(ModelRow Row, string From, string To, ModelStamp Stamp)> Givers(
        ModelFlow flow, bool source, ModelMirror origin, Dictionary<string, string?> values, Dictionary<string, ModelStamp> stamps)
    {
        foreach (var group in flow.Groups.OrderBy(group => group.Asks(!source)))
        {
            if (source)
            {
                if (group.Find(origin.Values, origin.Stamps, values) is ({ RunsToTarget: true } row, var stamp))
                {
                    yield return (row, row.Source, row.Target, stamp);
                }
            }
            else if (group.Rows.FirstOrDefault(row => row.RunsToSource && row.Counts(values, origin.Values)) is { } back
                && (!stamps.TryGetValue(back.Source, out var given) || back.Order.Beats(origin.Stamps[back.Target], given)))
            {
                yield return (back, back.Target, back.Source, origin.Stamps[back.Target]);
            }
        }
    }

    // C2: mirror and link at once.
    private void Settle(ModelFlow flow, bool source, string key, ModelEntity to, Dictionary<string, string?> given, Dictionary<string, ModelStamp> stamps)
    {
        var name = _identifiers.Next().ToString();
        var stored = given.ToDictionary(v => v.Key, v => to.Rewritten(v.Key, v.Value), StringComparer.Ordinal);
        var created = to.Add(to.TakesKeys ? name : null, stored, _now);
        var shows = Shows(to);
        var mirror = new ModelMirror { Written = shows ? null : _now };
        foreach (var property in to.Mapped.Union(stamps.Keys.Where(ModelElements.IsPlace)))
        {
            var value = (shows ? stored : given).GetValueOrDefault(property);
            mirror.Values[property] = value;
            mirror.Stamps[property] = stamps.GetValueOrDefault(property) ?? FirstStamp(to, created, shows ? value : null, 0);
        }

        to.Mirror.Add(created, mirror);
        if (flow.Find(source, key) is (_, var gone))
        {
            // D3: it was made again, and takes the place of the one that is gone.
            _coverage.Count("D3 made again");
            Succeed(to, gone, created);
        }
        else
        {
            flow.Add(source, key, new ModelLink(created), created);
        }

        var link = flow.Find(source, key)!.Value.Link;
        foreach (var row in flow.Groups.Select(group => group.Rows[0]).Where(row => mirror.Stamps[source ? row.Target : row.Source].Origin != $"{to.Path}/{created}"))
        {
            var stamp = mirror.Stamps[source ? row.Target : row.Source];
            link.Agreed[row.Number] = (stamp, stamp);
        }

        AgreeOnElements(flow, link, mirror);
    }
}
