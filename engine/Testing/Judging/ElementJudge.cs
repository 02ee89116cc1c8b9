using System.Collections.Immutable;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Testing.Updating;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Testing.Judging;

/// <summary>Holds the elements of a list against what a test says of them. They are found by the key that pairs them, where the test names it, else by their place.</summary>
/// <param name="subject">What the list is called.</param>
/// <param name="description">What its elements look like.</param>
/// <param name="keys">The element properties that pair them.</param>
/// <param name="sensitive">Whether their values are never shown (clause H3).</param>
internal sealed class ElementJudge(string subject, ElementsDescription description, ImmutableArray<string> keys, bool sensitive)
{
    /// <summary>What is not as expected.</summary>
    public IEnumerable<TestDifference> Compare(TestValue list, ImmutableArray<TestRecord> expected, Value actual)
    {
        var found = actual.Kind == ValueKind.List ? actual.AsList.ToList() : [];
        var places = expected.Select((element, place) => PlaceOf(element, place, expected, found)).ToList();
        var isOtherList = found.Count != expected.Length || places.Distinct().Count() != expected.Length || places.Contains(-1);
        return isOtherList
            ? [new TestDifference(subject, Told(Text(expected)), Told(Text(expected, found)), list.Node.Place) { Correction = new Correction.Replace(list.Node.Place, Text(expected, found)) }]
            : expected.SelectMany((element, place) => Compare($"{subject}[{place + 1}]", element, found[places[place]]));
    }

    private IEnumerable<TestDifference> Compare(string element, TestRecord expected, Value actual) =>
        from value in expected.Values
        let found = ValueOf(actual, value.Path)
        where !SameValues.Are(value.Value, found)
        select new TestDifference($"{element}.{value.Path}", Shown.Of(value.Value, sensitive), Shown.Of(found, sensitive), value.Node.Place) { Correction = new Correction.Replace(value.Node.Place, Shown.Written(found)) };

    private int PlaceOf(TestRecord element, int place, ImmutableArray<TestRecord> all, List<Value> found) =>
        !keys.IsEmpty && all.All(it => keys.All(key => it.Find(key) is not null))
            ? found.FindIndex(actual => keys.All(key => SameValues.Are(element.Find(key)!.Value, ValueOf(actual, key))))
            : place < found.Count ? place : -1;

    private string Told(string elements) => sensitive ? Masked.Text : elements;

    private Value ValueOf(Value element, string path) => element.AsElement[description.IndexOf(path)];

    private static string Text(IEnumerable<TestRecord> elements) =>
        $"[{string.Join(", ", elements.Select(element => Shown.Written(element.Values.Select(value => (value.Path, Shown.Written(value.Value))))))}]";

    private string Text(ImmutableArray<TestRecord> expected, List<Value> found)
    {
        var named = expected.SelectMany(element => element.Values).Select(value => value.Path).Distinct().ToList();
        var paths = named.Count > 0 ? named : [.. description.Properties.Where(p => p.Path != description.Key).Select(p => p.Path)];
        return $"[{string.Join(", ", found.Select(element => Shown.Written(paths.Select(path => (path, Shown.Written(ValueOf(element, path)))))))}]";
    }
}
