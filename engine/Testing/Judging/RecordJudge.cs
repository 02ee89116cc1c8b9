using System.Collections.Immutable;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Testing.Playing;
using SesamTalk.Engine.Testing.Updating;

namespace SesamTalk.Engine.Testing.Judging;

/// <summary>Holds a record against what a test says of it, property by property.</summary>
internal sealed class RecordJudge(Flow flow)
{
    private readonly ImmutableHashSet<(string Entity, string Path)> _sensitive = SensitiveProperties.Of([flow]);

    /// <summary>What is not as expected of a side; nothing where nothing is expected of it.</summary>
    public IEnumerable<TestDifference> Compare(Side side, TestRecord? expected, RecordState? actual)
    {
        var subject = side == Side.Source ? "source" : "target";
        return (expected, actual) switch
        {
            (null, _) or ({ IsNone: true }, null) => [],
            ({ IsNone: true }, _) => [new TestDifference(subject, "no record", All(side, actual), expected.Place) { Correction = new Correction.Replace(expected.Place, All(side, actual)) }],
            (_, null) => [new TestDifference(subject, "a record", "no record", expected.Place) { Correction = new Correction.Replace(expected.Place, "none") }],
            _ => expected.Values.SelectMany(value => Compare(subject, side, value, actual)),
        };
    }

    private IEnumerable<TestDifference> Compare(string subject, Side side, TestValue expected, RecordState actual)
    {
        var found = actual[expected.Path];
        var name = $"{subject}.{expected.Path}";
        var sensitive = IsSensitive(side, expected.Path);
        if (expected.Elements is { } elements)
        {
            return new ElementJudge(name, actual.Entity.Property(expected.Path)!.Elements!, KeysOf(side, expected.Path), sensitive).Compare(expected, elements, found);
        }

        return SameValues.Are(expected.Value, found)
            ? []
            : [new TestDifference(name, Shown.Of(expected.Value, sensitive), Shown.Of(found, sensitive), expected.Node.Place) { Correction = new Correction.Replace(expected.Node.Place, Shown.Written(found)) }];
    }

    // Of a record that was not expected, what the flow maps says the most.
    private string All(Side side, RecordState record) => Shown.Written(Paths(side)
        .Select(path => (Path: path, Value: record[path]))
        .Where(it => !it.Value.IsNone && it.Value.Kind != ValueKind.List && !IsSensitive(side, it.Path))
        .Select(it => (it.Path, Shown.Written(it.Value))));

    private IEnumerable<string> Paths(Side side) => flow.Properties.Select(row => side == Side.Source ? row.Source : row.Target).Distinct();

    private ImmutableArray<string> KeysOf(Side side, string list) => flow.Properties
        .FirstOrDefault(row => row.Each is not null && (side == Side.Source ? row.Source : row.Target) == list)?.Each?.Key
        .Select(pair => side == Side.Source ? pair.Source : pair.Target).ToImmutableArray() ?? [];

    private bool IsSensitive(Side side, string path) => _sensitive.Contains(((side == Side.Source ? flow.Source : flow.Target).ToString(), path));
}
