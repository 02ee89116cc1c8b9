namespace SesamTalk.Simulation.Reference;

/// <content>Chapter 6: one write a record and round, holding only what changes.</content>
internal sealed partial class Model
{
    private bool Write()
    {
        var moved = false;
        foreach (var ((entity, key), wishes) in _wishes)
        {
            moved |= Write(entity, key, wishes);
        }

        return moved;
    }

    private bool Write(ModelEntity entity, string key, Dictionary<string, Wish> wishes)
    {
        var mirror = entity.Mirror[key];
        SettleRemovals(wishes);
        var changes = wishes.Where(wish => !Canonical.Same(wish.Key, wish.Value.Value, mirror.Values.GetValueOrDefault(wish.Key))).ToDictionary(w => w.Key, w => w.Value.Value, StringComparer.Ordinal);
        if (changes.Count > 0 && (!entity.Records.ContainsKey(key) || WouldBeRejected(entity, changes)))
        {
            // W4: a dead letter, until the content is another; so where the record went, and nothing has told yet (O5).
            return false;
        }

        if (changes.Count > 0 && LooksFirst(entity, key, mirror))
        {
            return true;
        }

        var moved = changes.Count > 0;
        if (changes.Count > 0)
        {
            Send(entity, key, mirror, changes);
        }

        foreach (var (property, wish) in wishes)
        {
            moved |= mirror.Stamps.GetValueOrDefault(property) != wish.Stamp;
            mirror.Stamps[property] = wish.Stamp;
            mirror.Values[property] = changes.ContainsKey(property) ? Shows(entity) ? entity.Records[key][property] : wish.Value : wish.Value;
        }

        // W1, R11: whatever becomes of its elements, the list is written whole.
        if (wishes.Keys.Any(ModelElements.IsPlace))
        {
            ModelElements.Sum(mirror);
            entity.Records[key].Values[ModelElements.List] = mirror.Values[ModelElements.List];
        }

        return moved;
    }

    // W2, O6: who cannot write conditionally is read first, which shows what it made of an earlier write. Then it is reconciled again.
    private static bool LooksFirst(ModelEntity entity, string key, ModelMirror mirror)
    {
        var record = entity.Records[key];
        if (!entity.Plan.Is("unconditional") || entity.Plan.Is("no-key") || !GivesTimes(entity) || mirror.Written is not { } written || record.Modified > written)
        {
            return false;
        }

        var rewritten = entity.Mapped.Where(property => property != ModelElements.List && !Canonical.Same(property, record[property], mirror.Values[property])).ToList();
        rewritten.ForEach(property => mirror.Values[property] = record[property]);
        mirror.Written = null;
        mirror.TakenBack.Clear();
        return rewritten.Count > 0;
    }

    // W1, W3.
    private void Send(ModelEntity entity, string key, ModelMirror mirror, Dictionary<string, string?> changes)
    {
        _coverage.Count(changes.Count > 1 ? "W1 several properties in one write" : "W1 one property");
        var record = entity.Records[key];
        foreach (var (property, value) in changes)
        {
            if (mirror.Stamps.TryGetValue(property, out var stamp) && stamp.Hops >= ModelStamp.Drift)
            {
                mirror.TakenBack[property] = mirror.Values[property];
            }

            record.Values[property] = entity.Rewritten(property, value);
            _coverage.Count(record[property] != value ? "O6 rewritten by the system" : "W3 stored as sent");
        }

        record.Modified = _now + entity.Skew;
        mirror.Written = Shows(entity) ? null : _now;
    }

    // W3: what the system answers, or what a read shows where it says that it rewrites and answers nothing.
    private static bool Shows(ModelEntity entity) => !entity.Plan.Is("silent") || (entity.Plan.Is("rewrites") && !entity.Plan.Is("no-key"));

    private bool WouldBeRejected(ModelEntity entity, Dictionary<string, string?> values)
    {
        var rejected = values.Any(value => entity.Mandates(value.Key) && Canonical.IsEmpty(value.Value));
        _coverage.Count(rejected ? "W4 rejected" : "W4 taken");
        return rejected;
    }
}
