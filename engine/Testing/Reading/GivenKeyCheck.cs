using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Testing.Reading;

/// <summary>A system holds one record of a key: no two given records of one entity have the same.</summary>
internal sealed class GivenKeyCheck(FlowView flow, ICollection<Diagnostic> faults)
{
    // Links at the top of a file are in all its tests, and told of once.
    private readonly HashSet<Place> _told = [];

    /// <summary>Whether the records of a test have keys of their own; tells of those that do not.</summary>
    public bool Passes(FlowTest test)
    {
        var first = new Dictionary<(string Entity, string Key), Place>();
        var passes = true;
        foreach (var (entity, key, place) in Links(test).Concat(Records(test)))
        {
            if (first.TryAdd((entity, key), place))
            {
                continue;
            }

            passes = false;
            if (_told.Add(place))
            {
                faults.Add(TestFaults.SameKey(place, $"{entity}/{key}", first[(entity, key)]));
            }
        }

        return passes;
    }

    private IEnumerable<(string Entity, string Key, Place Place)> Links(FlowTest test) => test.Links
        .SelectMany(link => new[] { Of(flow.Source, link.Source), Of(flow.Target, link.Target) });

    private IEnumerable<(string Entity, string Key, Place Place)> Records(FlowTest test) =>
    [
        .. Keys(flow.Source, [test.Pair?.Source, test.Given?.Source, .. test.Acts.Select(act => RecordOf(act, Mapping.Side.Source))]),
        .. Keys(flow.Target, [test.Pair?.Target, test.Given?.Target, .. test.Acts.Select(act => RecordOf(act, Mapping.Side.Target))]),
    ];

    private static TestRecord? RecordOf(Act act, Mapping.Side side) => act is Act.Edit edit && edit.Side == side ? edit.Record : null;

    private static (string Entity, string Key, Place Place) Of(FlowEnd end, GivenKey record) =>
        ($"{end.Draft.System.Value}/{record.Entity}", record.Key, record.Place);

    // An edit that names the key again means the same record.
    private static IEnumerable<(string Entity, string Key, Place Place)> Keys(FlowEnd end, IEnumerable<TestRecord?> records) => records
        .Select(record => end.Entity is { } entity ? record?.Find(entity.Key.Property) : null)
        .OfType<TestValue>()
        .Where(key => !key.Value.IsNone)
        .DistinctBy(key => key.Value.ToString())
        .Select(key => (end.ToString(), key.Value.ToString(), key.Node.Place));
}
