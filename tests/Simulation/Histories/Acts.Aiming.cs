using SesamTalk.Simulation.Worlds;

namespace SesamTalk.Simulation.Histories;

/// <content>
/// Situations that chance alone hardly ever brings about, because they want a certain act on a certain record behind a certain row. They
/// take the place of other acts, so that histories stay as long as they are.
/// </content>
internal sealed partial class Acts
{
    private static readonly bool[] Sides = [true, false];

    // What belongs to a situation, but comes after the next run.
    private readonly List<Act> _later = [];
    private readonly Dictionary<string, HashSet<string>> _reached = new(StringComparer.Ordinal);

    // What leaves more than one outcome open.
    private List<Func<List<Act>>> InTrouble => [Interfere];

    private List<Func<List<Act>>> InTwoSteps => _deletes ? [Defy] : [Defy, Defy, Blank];

    private List<Act> Aim(int acts, bool isLast)
    {
        if (acts < 2)
        {
            return [];
        }

        if (_later.Count > 0)
        {
            List<Act> due = [.. _later];
            _later.Clear();
            return due;
        }

        if (!Chance(75))
        {
            return [];
        }

        if (Chance(50) && Overhear() is { Count: > 0 } overheard)
        {
            return overheard;
        }

        if (!isLast && Chance(25) && Mistime() is { Count: > 0 } mistimed)
        {
            return mistimed;
        }

        if (world.HasLists && Chance(25) && Any(OfElements(isLast))() is { Count: > 0 } ofElements)
        {
            return ofElements;
        }

        // Many are possible in few worlds: the next one, where one is not.
        List<Func<List<Act>>> situations = [Chance(50) ? Want : Chance(70) ? Refer : Chance(50) ? Muddle : Spare, Chance(70) ? Dispute : Concur, .. _strict ? [Crowd] : InTrouble, .. isLast ? [] : InTwoSteps, .. world.HasLists ? OfElements(isLast) : [], .. _deletes ? Deleting(isLast) : []];
        var first = random.Next(situations.Count);
        return Enumerable.Range(first, situations.Count).Select(number => situations[number % situations.Count]()).FirstOrDefault(found => found.Count > 0) ?? [];
    }

    private List<Func<List<Act>>> OfElements(bool isLast) => isLast ? [Reword, Reword, Reword, Reword] : [Reword, Reword, Estrange, Estrange];

    // As often as they are rare.
    private List<Func<List<Act>>> Deleting(bool isLast) => isLast ? [StayBehind, GetThrough, StayBehind, StayBehind] : [TakeBack, StayBehind, TakeBack, GetThrough, TakeBack];

    // Who was there before the last run, and has come to both ends of a flow, as far as one can tell.
    private List<(string User, string Here, string There)> Known(Func<FlowPlan, bool, bool> isWanted)
    {
        var known = _users.Take(_usersBefore).ToList();
        return [.. world.Flows.SelectMany(flow => Sides.Where(isSource => isWanted(flow, isSource)).SelectMany(isSource => known
            .Where(user => Reached(user.Entity.Path).IsSupersetOf([flow.Source, flow.Target]) && !_deleted.Exists(deleted => deleted.StartsWith(user.User, StringComparison.Ordinal)))
            .Select(user => isSource ? (user.User, flow.Source, flow.Target) : (user.User, flow.Target, flow.Source))))];
    }

    // Where a record of an entity gets to, along the flows that make counterparts.
    private HashSet<string> Reached(string entity)
    {
        if (!_reached.TryGetValue(entity, out var reached))
        {
            reached = _reached[entity] = [entity];
            for (var before = 0; before != reached.Count;)
            {
                before = reached.Count;
                reached.UnionWith(world.Flows.Where(flow => reached.Contains(flow.Source) && Creates(flow, flow.Source)).Select(flow => flow.Target).ToList());
                reached.UnionWith(world.Flows.Where(flow => reached.Contains(flow.Target) && Creates(flow, flow.Target)).Select(flow => flow.Source).ToList());
            }
        }

        return reached;
    }

    // The same, with a row of the flow.
    private List<Place> Places(Func<RowPlan, bool, bool> isWanted, bool passesOn = false) =>
        [.. world.Flows.Where(flow => !passesOn || flow.PassesOn).SelectMany(flow => Sides.SelectMany(isSource =>
            flow.Rows.Where(row => Plain.Contains(row.Source) && Plain.Contains(row.Target) && isWanted(row, isSource))
                .SelectMany(row => Known((other, side) => other == flow && side == isSource).Select(it => isSource
                    ? new Place(it.User, it.Here, row.Source, it.There, row.Target)
                    : new Place(it.User, it.Here, row.Target, it.There, row.Source)))))];

    private static bool IsSent(RowPlan row, bool fromSource) => row.Way != (fromSource ? "<" : ">");

    private static bool Creates(FlowPlan flow, string entity) => flow.CreateWhen is null && (flow.AcceptsDuplicates || flow.Match.Length > 0) && (
        (entity == flow.Source && flow.Create is "source" or "both" && flow.OnReference is null) || (entity == flow.Target && flow.Create is "target" or "both"));

    private string OwnEntity(string user) => _users.Find(known => known.User == user).Entity.Path;

    /// <summary>A record that a row joins with another.</summary>
    /// <param name="User">Who names it.</param>
    /// <param name="Here">Its entity.</param>
    /// <param name="Property">Its property.</param>
    /// <param name="There">The other's entity.</param>
    /// <param name="OtherProperty">The other's property.</param>
    private sealed record Place(string User, string Here, string Property, string There, string OtherProperty)
    {
        /// <summary>Whether another row sends the same property on to a third record.</summary>
        public bool IsShownTo(Place other) => (other.User, other.Here, other.Property) == (User, Here, Property) && other.There != There;
    }
}
