using System.Collections.Immutable;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Engine.Testing.Playing;

/// <summary>
/// The ways in which a test is played. Of two records that follow from each other each is given in turn, and the other one is there
/// without what the flow has to bring; where the flow makes it, it is not there at all.
/// </summary>
internal static class Plays
{
    /// <summary>The plays of a test.</summary>
    public static ImmutableArray<Play> Of(FlowTest test, Flow flow) => test.Pair is { } pair
        ? [.. Ways(pair.Direction).Where(way => Runs(flow, way)).Select(way => Of(test, pair, flow, way))]
        : [new Play(null, test.Given!.Source, test.Given.Target, test.Given is { AreLinked: true, Source: not null, Target: not null }, test.Links, test.Acts, test.Expect!)];

    private static Play Of(FlowTest test, CorrespondingPair pair, Flow flow, Direction way)
    {
        var (sender, receiver) = way == Direction.ToTarget ? (pair.Source, pair.Target) : (pair.Target, pair.Source);
        var isMade = IsMade(flow, way);
        var (brought, without) = (Brought(receiver, flow, way), isMade ? null : Without(receiver, flow, way));
        return way == Direction.ToTarget
            ? new Play(way, sender, without, !isMade, test.Links, [], new Expectation { Source = sender, Target = brought })
            : new Play(way, without, sender, !isMade, test.Links, [], new Expectation { Source = brought, Target = sender });
    }

    private static IEnumerable<Direction> Ways(Direction direction) =>
        direction == Direction.Both ? [Direction.ToTarget, Direction.ToSource] : [direction];

    private static bool Runs(Flow flow, Direction way) => IsMade(flow, way) || flow.Properties.Any(row => RunsThere(row, way));

    private static bool IsMade(Flow flow, Direction way) => flow.CreateOnReference.IsEmpty && flow.Create switch
    {
        CreatePolicy.Both => true,
        CreatePolicy.Source => way == Direction.ToTarget,
        CreatePolicy.Target => way == Direction.ToSource,
        _ => false,
    };

    // What the flow brings is what can be expected of a record that it makes; and what nothing brings, though it should.
    private static TestRecord Brought(TestRecord receiver, Flow flow, Direction way) => receiver with
    {
        Values = [.. receiver.Values.Select(value => RowInto(flow, value.Path, way) is not { } row
            ? MissingRows.Misses(flow, way, value.Path) ? value : null
            : row.Each is null ? value : Brought(value, flow, row, way)).OfType<TestValue>()],
    };

    private static TestValue Brought(TestValue list, Flow flow, Row row, Direction way) => list with
    {
        Elements = list.Elements?.Select(element => element.Where(value => IsBrought(row.Each!, value.Path, way) || MissingRows.Misses(flow, way, row, value.Path))).ToImmutableArray(),
    };

    private static bool IsBrought(Elements each, string path, Direction way) =>
        each.Rows.Any(row => RunsThere(row, way) && PathOf(row, way) == path) || IsKey(each, path, way);

    private static bool IsKey(Elements each, string path, Direction way) => each.Key.Any(pair => (way == Direction.ToTarget ? pair.Target : pair.Source) == path);

    private static TestRecord Without(TestRecord receiver, Flow flow, Direction way) => receiver.Where(value => RowInto(flow, value.Path, way) is null);

    private static Row? RowInto(Flow flow, string path, Direction way) => flow.Properties.FirstOrDefault(row => RunsThere(row, way) && PathOf(row, way) == path);

    private static bool RunsThere(Row row, Direction way) => row.Direction == Direction.Both || row.Direction == way;

    private static string PathOf(Row row, Direction way) => way == Direction.ToTarget ? row.Target : row.Source;
}
