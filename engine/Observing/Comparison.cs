using SesamTalk.Connectors.Reading;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Observing;

/// <summary>When a record was read, and how the engine knows.</summary>
/// <param name="Previous">When its entity was read before, in ticks; the lowest number if never.</param>
/// <param name="Now">When it was read, in ticks.</param>
/// <param name="Epoch">The epoch of the run.</param>
internal readonly record struct ReadTime(long Previous, long Now, long Epoch);

/// <summary>Compares what was read with the mirror: what differs is an edit, and gets a stamp (clauses O2, O3, O3a, O6).</summary>
internal static class Comparison
{
    /// <summary>The stamps of a record that was never seen (clause O3a).</summary>
    public static Stamp[] AtFirstSight(MappedEntity entity, Record record, ReadTime time)
    {
        var stamps = new Stamp[record.Values.Length];
        var (full, empty) = (FirstStamp(entity, record, false, time), FirstStamp(entity, record, true, time));
        for (var i = 0; i < stamps.Length; i++)
        {
            stamps[i] = entity.Lists[i] is { } list
                ? ElementComparison.AtFirstSight(list, record.Values[i], full, empty)
                : CanonicalForm.IsEmpty(record.Values[i]) ? empty : full;
        }

        return stamps;
    }

    /// <summary>The mirror after a read of a known record.</summary>
    /// <param name="entity">Its entity.</param>
    /// <param name="mirror">What was known.</param>
    /// <param name="record">What was read.</param>
    /// <param name="time">When.</param>
    /// <param name="rewritten">The properties in which what differs is how the system rewrote the engine's own values (clause O6).</param>
    /// <param name="enforced">The properties whose edits do not count (clause R7).</param>
    /// <param name="edited">Whether anything is an edit.</param>
    public static MirrorRecord Update(MappedEntity entity, MirrorRecord mirror, Record record, ReadTime time, IReadOnlyCollection<int> rewritten, IReadOnlyCollection<int> enforced, out bool edited)
    {
        var stamps = (Stamp[])mirror.Stamps.Clone();
        var instant = new Lazy<long>(() => EditTime(record, mirror, time));
        edited = false;
        for (var i = 0; i < stamps.Length; i++)
        {
            if (stamps[i].IsUnknown)
            {
                stamps[i] = FirstStamp(entity, record, i, time);
                edited = true;
            }
            else if (entity.Lists[i] is { } list)
            {
                var comparison = new ElementComparison(
                    list,
                    generation => new Stamp(instant.Value, entity.System.Rank, mirror.Name, 0, generation, time.Epoch),
                    FirstStamp(entity, record, true, time));
                stamps[i] = comparison.Update(mirror.Values[i], stamps[i], record.Values[i], rewritten.Contains(i));
                edited |= !ReferenceEquals(stamps[i], mirror.Stamps[i]);
            }
            else if (!rewritten.Contains(i) && !entity.Forms[i].Same(mirror.Values[i], record.Values[i]))
            {
                stamps[i] = enforced.Contains(i) && stamps[i].Origin != mirror.Name
                    ? stamps[i].Drifted()
                    : new Stamp(instant.Value, entity.System.Rank, mirror.Name, 0, GenerationAfter(entity, mirror, i), time.Epoch);
                edited = true;
            }
        }

        return mirror with { Values = record.Values, Stamps = stamps };
    }

    // One more than the greatest among the property and those that share its values or a row with it (O3).
    private static int GenerationAfter(MappedEntity entity, MirrorRecord mirror, int property)
    {
        var greatest = mirror.Stamps[property].Generation;
        foreach (var fellow in entity.Fellows[property])
        {
            greatest = Math.Max(greatest, mirror.Stamps[fellow].Generation);
        }

        return greatest + 1;
    }

    private static Stamp FirstStamp(MappedEntity entity, Record record, int property, ReadTime time) => entity.Lists[property] is { } list
        ? ElementComparison.AtFirstSight(list, record.Values[property], FirstStamp(entity, record, false, time), FirstStamp(entity, record, true, time))
        : FirstStamp(entity, record, CanonicalForm.IsEmpty(record.Values[property]), time);

    private static Stamp FirstStamp(MappedEntity entity, Record record, bool empty, ReadTime time)
    {
        long? modified = record.Modified is { } instant ? Math.Min(instant.Ticks, time.Now) : null;
        return Stamp.AtFirstSight(empty, modified, entity.System.Rank, entity.NameOf(record.Key));
    }

    // Between the previous read and this one, whatever the system's clock says, and later than all that its author saw (O3).
    private static long EditTime(Record record, MirrorRecord mirror, ReadTime time)
    {
        var said = record.Modified is { } modified ? Math.Max(time.Previous, Math.Min(modified.Ticks, time.Now)) : time.Now;
        return Math.Max(said, mirror.LatestTime() + 1);
    }
}
