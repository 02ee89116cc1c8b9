using SesamTalk.Connectors.Descriptions;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Selecting;

namespace SesamTalk.Engine.Testing.Playing;

/// <summary>
/// Tells what a test states of a record that follows from another one, and no row brings. Without it a row could be taken out of a flow,
/// and its tests would go on passing.
/// </summary>
internal static class MissingRows
{
    /// <summary>Whether a property could only have come by a row, and there is none for it in any direction.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="way">The direction in which the record follows.</param>
    /// <param name="path">The property of the record that follows.</param>
    public static bool Misses(Flow flow, Direction way, string path)
    {
        var isTarget = way == Direction.ToTarget;
        var entity = (isTarget ? flow.Target : flow.Source).Entity;
        return ElementSelection.PropertyOf(entity, path) is { Access: not WriteAccess.Never }
            && path != entity.Key.Property
            && !Named(flow, isTarget).Any(named => named == path || ElementSelection.Find(entity, named)?.List.Path == path);
    }

    /// <summary>The same of a property of elements.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="way">The direction in which the record follows.</param>
    /// <param name="list">The row of the list.</param>
    /// <param name="path">The property of its elements.</param>
    public static bool Misses(Flow flow, Direction way, Row list, string path)
    {
        var isTarget = way == Direction.ToTarget;
        var elements = (isTarget ? flow.Target : flow.Source).Entity.Property(isTarget ? list.Target : list.Source)?.Elements;
        return elements?.Property(path) is { Access: not WriteAccess.Never }
            && path != elements.Key
            && !Named(list.Each!.Rows, [], list.Each.Key, isTarget).Contains(path);
    }

    private static IEnumerable<string> Named(Flow flow, bool isTarget) =>
        Named(flow.Properties, flow.CreateWhen is { } when ? [when] : [], flow.Match.SelectMany(rule => rule.Pairs), isTarget);

    // What match rules and conditions look at is stated for their sake.
    private static IEnumerable<string> Named(IReadOnlyCollection<Row> rows, IEnumerable<Condition> conditions, IEnumerable<MatchPair> pairs, bool isTarget) =>
    [
        .. rows.Select(row => isTarget ? row.Target : row.Source),
        .. pairs.Select(pair => isTarget ? pair.Target : pair.Source),
        .. rows.Select(row => row.When).OfType<Condition>().Concat(conditions)
            .SelectMany(when => isTarget ? when.Target : when.Source).SelectMany(tests => tests).Select(test => test.Path),
    ];
}
