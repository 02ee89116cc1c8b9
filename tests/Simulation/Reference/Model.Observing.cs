namespace SesamTalk.Simulation.Reference;

/// <content>Chapter 2: what is read is compared with the mirror; what differs is an edit.</content>
internal sealed partial class Model
{
    private void Observe()
    {
        foreach (var entity in _entities.Values.Where(entity => _flows.Exists(flow => flow.Source == entity || flow.Target == entity)))
        {
            foreach (var (key, record) in entity.Records)
            {
                if (entity.Mirror.TryGetValue(key, out var mirror))
                {
                    Return(entity, key, mirror);
                    Compare(entity, key, record, mirror);
                }
                else
                {
                    entity.Mirror.Add(key, AtFirstSight(entity, key, record));
                }
            }

            LookForAbsences(entity);
            entity.LastRead = _now;
        }
    }

    // O5: by a feed, a complete read, or because a flow passes deletes on; else nobody looks.
    private void LookForAbsences(ModelEntity entity)
    {
        if (!_plan.FindsDeletes(entity.Path) || Breaks("O5"))
        {
            return;
        }

        foreach (var (key, mirror) in entity.Mirror.Where(record => !record.Value.IsGone && !entity.Records.ContainsKey(record.Key)))
        {
            _coverage.Count("O5 gone");
            mirror.GoneAt = _now;
            _flows.ForEach(flow => StopWaiting(flow, $"{entity.Path}/{key}"));
            _returned.Remove($"{entity.Path}/{key}");
        }
    }

    private void Return(ModelEntity entity, string key, ModelMirror mirror)
    {
        if (mirror.IsGone)
        {
            _coverage.Count("D4 came back");
            mirror.GoneAt = null;
            _returned.Add($"{entity.Path}/{key}");
        }
    }

    // O3a.
    private ModelMirror AtFirstSight(ModelEntity entity, string key, ModelRecord record)
    {
        var mirror = new ModelMirror();
        foreach (var property in entity.Mapped)
        {
            mirror.Values[property] = record[property];
            mirror.Stamps[property] = FirstStamp(entity, key, record[property], GivesTimes(entity) ? Math.Min(record.Modified, _now) : 0);
            _coverage.Count("O3a first sight");
        }

        if (entity.Mapped.Contains(ModelElements.List))
        {
            MeetElements(entity, key, record, mirror);
        }

        return mirror;
    }

    private ModelStamp FirstStamp(ModelEntity entity, string key, string? value, long time) => Canonical.IsEmpty(value) && !Breaks("O3a")
        ? new ModelStamp(-1, entity.System.Rank, $"{entity.Path}/{key}", 0, -1)
        : new ModelStamp(time, entity.System.Rank, $"{entity.Path}/{key}", 0, 0);

    // O2, O3, O6.
    private void Compare(ModelEntity entity, string key, ModelRecord record, ModelMirror mirror)
    {
        var rewritten = !Breaks("O6") && mirror.Written is { } written && GivesTimes(entity) && record.Modified <= written;
        var latest = mirror.Latest;
        var before = mirror.Stamps.ToDictionary();
        if (entity.Mapped.Contains(ModelElements.List))
        {
            CompareElements(entity, key, record, mirror, latest, rewritten);
        }

        foreach (var property in entity.Mapped.Where(property => property != ModelElements.List))
        {
            if (Breaks("O4") ? record[property] != mirror.Values[property] : !Canonical.Same(property, record[property], mirror.Values[property]))
            {
                // O6, R7: what was just taken back and is there again is what the system made of our value.
                var isBack = mirror.Written is not null && mirror.TakenBack.TryGetValue(property, out var taken) && taken == record[property];
                _coverage.Count(rewritten ? "O6 rewriting seen by a read" : isBack ? "R7 taken back, and there again" : "O2 edit");
                if (!rewritten && !isBack)
                {
                    mirror.Stamps[property] = IsDrift(entity, key, property, before[property])
                        ? before[property] with { Hops = ModelStamp.Drift }
                        : EditStamp(entity, key, record, latest, GenerationAfter(entity, property, before));
                }
            }
            else
            {
                _coverage.Count("O2 no edit");
            }

            mirror.Values[property] = record[property];
        }

        mirror.Written = null;
        mirror.TakenBack.Clear();
    }

    // O3: one more than the greatest among those that share its values or a row with it.
    private int GenerationAfter(ModelEntity entity, string property, Dictionary<string, ModelStamp> before)
    {
        var here = SharedBy(entity, property, together: true);
        var fellows = before.Keys.Where(other => SharedBy(entity, other, together: true) == here);
        var greatest = fellows.Max(fellow => before[fellow].Generation);
        _coverage.Count(greatest > before[property].Generation ? "O3 the generation of a fellow" : "O3 its own generation");
        return (Breaks("O3 fellows") ? before[property].Generation : greatest) + 1;
    }

    // R7: what is edited on the side that an enforced row writes is no edit, unless it was that side's own word.
    private bool IsDrift(ModelEntity entity, string key, string property, ModelStamp before)
    {
        var drifts = before.Origin != $"{entity.Path}/{key}" && !Breaks("R7 drift") && _flows.Exists(flow => flow.Rows.Any(row => row.Enforces
            && flow.Entity(!row.RunsToTarget) == entity && (row.RunsToTarget ? row.Target : row.Source) == property && flow.IsLinked(!row.RunsToTarget, key)));
        _coverage.Count(drifts ? "R7 drift" : "R7 no drift");
        return drifts;
    }

    private ModelStamp EditStamp(ModelEntity entity, string key, ModelRecord record, long latest, int generation)
    {
        var said = GivesTimes(entity) ? Breaks("O3 the clock") ? record.Modified : Math.Max(entity.LastRead, Math.Min(record.Modified, _now)) : _now;
        _coverage.Count(said <= latest ? "O3 raised above what was seen" : !GivesTimes(entity) ? "O3 time of the read" : said != record.Modified ? "O3 clock not believed" : "O3 modification time");
        return new ModelStamp(Breaks("O3 an edit") ? said : Math.Max(said, latest + 1), entity.System.Rank, $"{entity.Path}/{key}", 0, generation, _epoch);
    }

    private static bool GivesTimes(ModelEntity entity) => !entity.Plan.Is("no-modified");
}
