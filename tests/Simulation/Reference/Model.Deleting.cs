namespace SesamTalk.Simulation.Reference;

/// <content>Chapter 7: what becomes of the links of records that went or came back. Nothing is passed on before all edits are reconciled.</content>
internal sealed partial class Model
{
    // Records that came back, until their links have been looked at (D4).
    private readonly SortedSet<string> _returned = new(StringComparer.Ordinal);

    // Who is to be deleted or archived in this round, and why.
    private readonly Dictionary<string, (ModelBrokenLink Link, bool Archives)> _orders = new(StringComparer.Ordinal);

    private bool Delete(List<ModelFlow> flows)
    {
        if (Rejoin(flows))
        {
            return true;
        }

        _orders.Clear();
        var moved = false;
        foreach (var (entity, key) in Everybody())
        {
            moved |= entity.Mirror[key].IsGone ? LookAtGone(entity, key, flows) : _returned.Contains($"{entity.Path}/{key}") && LookAtReturned(entity, key, flows);
        }

        return Carry() || moved;
    }

    private List<(ModelEntity Entity, string Key)> Everybody() => [.. _entities.Values.SelectMany(entity => entity.Mirror.Keys.Select(key => (entity, key)))];

    private List<ModelBrokenLink> LinksOf(ModelEntity entity, string key) => [.. _flows.SelectMany(flow => SourceThenTarget
        .Where(source => flow.Entity(source) == entity && flow.Find(source, key) is not null)
        .Select(source => new ModelBrokenLink(flow, source, key, flow.Find(source, key)!.Value.Other, flow.Find(source, key)!.Value.Link)))];

    // D1, D3. A record that is made again for one of its links is gone for none of them.
    private bool LookAtGone(ModelEntity entity, string key, List<ModelFlow> flows)
    {
        var broken = LinksOf(entity, key).FindAll(link => flows.Contains(link.Flow) && link.Link.State != ModelLinkState.Ended);
        var judged = broken.FindAll(link => link.Link.State == ModelLinkState.Held || link.Left.IsGone).ConvertAll(link => (Link: link, Verdict: Judge(link)));
        var isRenewed = judged.Exists(it => it.Verdict == ModelVerdict.Renew);
        foreach (var (link, verdict) in judged)
        {
            Apply(link, isRenewed && verdict != ModelVerdict.End ? ModelVerdict.Renew : verdict);
        }

        return judged.Exists(it => it.Link.Link.State != ModelLinkState.Held);
    }

    private ModelVerdict Judge(ModelBrokenLink link)
    {
        var plan = link.Flow.Plan;
        if (link.Left.IsGone || (!plan.Propagates && plan.Archive is null) || Breaks("D1"))
        {
            return ModelVerdict.End;
        }

        // D3: under latest an edit that travels wins; one that does not is recorded and lost.
        var edits = link.UnseenEdits(_epoch);
        var wins = edits.Exists(edit => edit.Travels) && !Breaks("D3");
        _coverage.Count(wins ? "D3 the edit wins" : edits.Count > 0 ? "D3 an edit that does not travel" : "D1 passed on");
        return wins ? ModelVerdict.Renew : plan.Propagates ? ModelVerdict.Delete : ModelVerdict.Archive;
    }

    private void Apply(ModelBrokenLink link, ModelVerdict verdict)
    {
        if (verdict is ModelVerdict.End or ModelVerdict.Renew)
        {
            _coverage.Count(verdict == ModelVerdict.End ? "D1 the link ends" : "D3 to be made again");
            link.Link.State = verdict == ModelVerdict.End ? ModelLinkState.Ended : ModelLinkState.Renewing;
        }
        else
        {
            _orders.TryAdd(link.LeftName, (link, verdict == ModelVerdict.Archive));
        }
    }

    private bool Carry()
    {
        foreach (var (link, archives) in _orders.Values)
        {
            link.Link.State = ModelLinkState.Ended;
            if (archives)
            {
                Archive(link);
            }
            else
            {
                link.LeftEntity.Records.Remove(link.LeftKey);
                link.Left.GoneAt = _now;
            }

            _coverage.Count(archives ? "D1 archived" : "D1 propagated");
        }

        return _orders.Count > 0;
    }

    // D1: the stated value travels like an edit that was made where the record was deleted. To other deletes it is none (D3), unless it
    // goes over one that is just as new.
    private void Archive(ModelBrokenLink link)
    {
        var (property, value) = (link.Flow.Plan.Archive!.Split(':')[0], link.Flow.Plan.Archive.Split(':')[1]);
        if (!Canonical.Same(property, value, link.Left.Values[property]))
        {
            Send(link.LeftEntity, link.LeftKey, link.Left, new(StringComparer.Ordinal) { [property] = value });
            var stamp = new ModelStamp(
                Math.Max(link.Gone.GoneAt ?? 0, link.Left.Latest + 1), link.GoneEntity.System.Rank, link.GoneName, 0, link.LeftEntity.Mapped.Max(mapped => link.Left.Stamps[mapped].Generation) + 1,
                link.Left.Stamps[property].Epoch == _epoch ? _epoch : ModelStamp.DeleteEpoch);
            link.Left.Values[property] = Shows(link.LeftEntity) ? link.LeftEntity.Records[link.LeftKey][property] : value;
            link.Left.Stamps[property] = stamp;
        }
    }

    // D4: its links hold again, unless another has taken its place; a counterpart that was deleted after it is made again.
    private bool LookAtReturned(ModelEntity entity, string key, List<ModelFlow> flows)
    {
        var name = $"{entity.Path}/{key}";
        _returned.Remove(name);
        if (Breaks("D4"))
        {
            return false;
        }

        if (Clusters().Cluster(name).Find(other => other != name && EntityOf(other) == entity.Path && !IsGone(other)) is { } successor)
        {
            _coverage.Count("D4 another has taken its place");
            Succeed(entity, key, successor.Split('/')[2]);
            return true;
        }

        foreach (var link in LinksOf(entity, key).Where(link => link.Link.State != ModelLinkState.Held))
        {
            var isMadeAgain = link.Left.IsGone && link.Link.State == ModelLinkState.Ended && link.Flow.Plan.Propagates && flows.Contains(link.Flow);
            _coverage.Count(!link.Left.IsGone ? "D4 takes its link up again" : isMadeAgain ? "D4 its counterpart is made again" : "D4 stays ended");
            link.Link.State = !link.Left.IsGone ? ModelLinkState.Held : isMadeAgain ? ModelLinkState.Renewing : link.Link.State;
        }

        return true;
    }

    // D3, I2a: a record that a link waits for has come into the cluster by another way.
    private bool Rejoin(List<ModelFlow> flows)
    {
        foreach (var link in flows.SelectMany(flow => flow.Entity(true).Mirror.Keys.Select(key => (flow.Source, key))).SelectMany(it => LinksOf(it.Source, it.key)).ToList())
        {
            var waiting = link.Gone.IsGone ? link : link.Turned();
            if (flows.Contains(link.Flow) && link.Link.State == ModelLinkState.Renewing && !waiting.Left.IsGone
                && FreeIn(Clusters().Cluster(waiting.LeftName), link.Flow, waiting.GoneIsSource).FindAll(key => key != waiting.GoneKey) is [var found])
            {
                Succeed(waiting.GoneEntity, waiting.GoneKey, found);
                return true;
            }
        }

        return false;
    }

    // D3, D4, I5: it takes over all links of the one that is gone, who then belongs to nobody.
    private void Succeed(ModelEntity entity, string left, string successor)
    {
        foreach (var link in LinksOf(entity, left))
        {
            link.Flow.Remove(link);
            if (!link.Flow.IsLinked(link.GoneIsSource, successor))
            {
                link.Flow.Add(link.GoneIsSource, successor, new ModelLink(link.LeftKey) { State = link.Left.IsGone ? ModelLinkState.Ended : ModelLinkState.Held }, link.LeftKey);
            }
        }
    }

    private bool IsGone(string record) => _entities[EntityOf(record)].Mirror.TryGetValue(record.Split('/')[2], out var mirror) && mirror.IsGone;
}
