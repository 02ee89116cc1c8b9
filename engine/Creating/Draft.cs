using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Creating;

/// <summary>What a new counterpart of a record would hold, or why it cannot be made.</summary>
/// <param name="Values">The values, by the shape of the new record's entity.</param>
/// <param name="Stamps">Their stamps; those of properties that nothing fills have no origin yet.</param>
/// <param name="Waits">What the record or its rows wait for, and what its references have found.</param>
/// <param name="Fault">Why a value cannot be converted.</param>
internal sealed record Draft(Value[] Values, Stamp[] Stamps, IReadOnlyList<Wait> Waits, string? Fault)
{
    /// <summary>Whether the record as a whole has to wait (clauses C4, R10).</summary>
    public bool WaitsAsAWhole => Waits.Count > 0 && Waits.Any(wait => wait.Row is null);

    /// <summary>Drafts the counterpart of a record.</summary>
    public static Draft Of(MappedFlow flow, Side side, MirrorRecord origin, IReferences references)
    {
        var entity = flow.Entity(side.Other());
        var values = new Value[entity.Shape.Count];
        var stamps = new Stamp[values.Length];
        Array.Fill(stamps, new Stamp(Stamp.UnsaidTime, entity.System.Rank, default, 0, -1, 0));
        var waits = new List<Wait>();
        var onTheWay = new OneHopOn();
        string? fault = null;
        foreach (var (row, from, to, stamp) in Givers(flow, side, origin, values, stamps))
        {
            if (row.Elements is { } elements)
            {
                var (drafted, awaited, unfit) = ElementsOf(flow, elements, side, origin, from, references);
                fault ??= unfit;
                waits.AddRange(awaited.Select(wait => wait with { Row = row }));
                drafted = KnownThere(drafted, row, entity.Lists[to]!);
                (values[to], stamps[to]) = (drafted.ToValue(), drafted.ToStamp(onTheWay.Of(stamp)));
                continue;
            }

            var converted = side == Side.Source
                ? row.Get(origin.Values[from], references)
                : row.Put(origin.Values[from], Value.None, references);
            fault ??= converted.Fault;
            values[to] = converted.Value;
            stamps[to] = converted.IsValue ? onTheWay.Of(stamp) : stamps[to];
            if (converted.AwaitedKey is { } key)
            {
                waits.Add(WaitFor(row, side, key, entity.Shape.Properties[to]));
            }
            else if (row.IsReference && !converted.Value.IsNone)
            {
                waits.Add(new Wait(row, Referred(row, side, origin.Values[from].ToString()), string.Empty));
            }
        }

        waits.AddRange(MissingOf(entity, values, waits));
        return new Draft(values, stamps, waits, fault);
    }

    // R11: elements that have to wait are left out, and the row waits.
    private static (ElementSet Elements, IReadOnlyList<Wait> Waits, string? Fault) ElementsOf(
        MappedFlow flow, MappedFlow elements, Side side, MirrorRecord origin, int from, IReferences references)
    {
        var list = flow.Entity(side).Lists[from]!;
        var there = ElementSet.Of(list, origin.Values[from], origin.Stamps[from]);
        return there.Present.FirstOrDefault(element => MappedList.IsFaulty(element.Key)) is { } faulty
            ? (new ElementSet([]), [], $"{flow.Entity(side).Shape.Properties[from].Path}: {list.FaultOf(faulty.Key)}")
            : ElementDraft.OfAll(there, elements, side, origin.Name, references);
    }

    // Where elements are known by what they refer to, the other side knows them by its own words; what has none yet waits.
    private static ElementSet KnownThere(ElementSet drafted, MappedRow row, MappedList list) => !ElementPairing.IsByReference(row)
        ? drafted
        : new ElementSet([.. drafted.Elements.Select(element => element with { Key = list.KeyOf(element.Values!) }).Where(element => element.Key.Length > 0)]);

    // Clause R8. Of several rows that give one source property, the greatest stamp wins.
    private static IEnumerable<(MappedRow Row, int From, int To, Stamp Stamp)> Givers(MappedFlow flow, Side side, MirrorRecord origin, Value[] values, Stamp[] stamps)
    {
        foreach (var group in flow.GroupsToMake(side.Other()))
        {
            if (side == Side.Source && group.Find(origin.Values, origin.Stamps, values) is { Row.RunsToTarget: true } given)
            {
                yield return (given.Row, given.Row.Source, given.Row.Target, given.Stamp);
            }
            else if (side == Side.Target && group.FindBack(values, origin.Values) is { } row
                && (stamps[row.Source].Origin == default || row.Order.Beats(origin.Stamps[row.Target], stamps[row.Source])))
            {
                yield return (row, row.Target, row.Source, origin.Stamps[row.Target]);
            }
        }
    }

    // Properties that share a stamp go on sharing it.
    private struct OneHopOn
    {
        private Stamp? _from;
        private Stamp? _to;

        public Stamp Of(Stamp stamp)
        {
            if (_to is null || !ReferenceEquals(stamp, _from))
            {
                (_from, _to) = (stamp, stamp.OneHopOn());
            }

            return _to;
        }
    }

    private static Wait WaitFor(MappedRow row, Side side, string key, PropertyDescription property)
    {
        var awaited = Referred(row, side, key);
        var reason = $"{property.Path} needs the counterpart of {(row.IsSensitive ? Masked.Text : awaited)}, which is not there yet";
        return new Wait(property.Mandatory ? null : row, awaited, reason);
    }

    private static RecordName Referred(MappedRow row, Side side, string key) => new(side == Side.Source ? row.ReferencedSource : row.ReferencedTarget, key);

    private static IEnumerable<Wait> MissingOf(MappedEntity entity, Value[] values, List<Wait> waits) => entity.Mandatory
        .Where(property => entity.Shape.IndexOf(property.Path) is var place && (place < 0 || CanonicalForm.IsEmpty(values[place])))
        .Where(_ => waits.All(wait => wait.Row is not null))
        .Take(1)
        .Select(property => new Wait(null, null, $"{property.Path} is mandatory in {entity.Name}, and there is no value for it"));
}

/// <summary>What a record or one of its rows waits for.</summary>
/// <param name="Row">The row; none where the record waits as a whole.</param>
/// <param name="Awaited">The record that it waits for; none where it waits for a change of its own.</param>
/// <param name="Reason">The reason, for a person; none where the record that it waits for has its counterpart.</param>
internal sealed record Wait(MappedRow? Row, RecordName? Awaited, string Reason)
{
    /// <summary>
    /// Whether this is a reference that has found what it refers to: nothing waits for that. But as long as its record waits for something else,
    /// it goes on asking for it, should it go and come back (clause C1).
    /// </summary>
    public bool IsOver => Reason.Length == 0;
}
