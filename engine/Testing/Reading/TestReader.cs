using System.Collections.Immutable;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading;
using SesamTalk.Engine.Flows.Reading.Views;
using SesamTalk.Engine.Flows.Reading.Yaml;
using SesamTalk.Engine.Mapping;

namespace SesamTalk.Engine.Testing.Reading;

/// <summary>Reads the tests of a flow from a file whose shape was accepted.</summary>
internal sealed class TestReader(FlowView flow, ICollection<Diagnostic> faults)
{
    private readonly RecordReader _records = new(flow, faults);
    private readonly GivenLinkReader _links = new(flow, faults);
    private readonly GivenKeyCheck _keys = new(flow, faults);
    private readonly Dictionary<string, Place> _names = new(StringComparer.Ordinal);

    /// <summary>The tests in which nothing is wrong.</summary>
    public ImmutableArray<FlowTest> Read(MappingNode root)
    {
        var before = faults.Count;
        var shared = _links.Read(root.Mapping("links"));
        var hasLinks = faults.Count == before;
        ImmutableArray<FlowTest> tests = [.. root.Items("tests").OfType<MappingNode>().Select(test => Read(test, shared)).OfType<FlowTest>()];
        return hasLinks ? tests : [];
    }

    private FlowTest? Read(MappingNode node, ImmutableArray<GivenLink> shared)
    {
        var before = faults.Count;
        var name = node.MandatoryText("test");
        if (!_names.TryAdd(name.Value, name.Place))
        {
            faults.Add(TestFaults.SameName(name.Place, name.Value, _names[name.Value]));
        }

        FormCheck.Check(node, name.Place, faults);
        var test = new FlowTest(name.Value, name.Place)
        {
            Links = [.. shared, .. _links.Read(node.Mapping("links"))],
            Pair = Pair(node),
            Given = Given(node.Mapping("given")),
            Acts = [.. node.Items("edits").Select(Act)],
            Expect = node.Mapping("expect") is { } expect ? new ExpectationReader(flow, _records, faults).Read(expect) : null,
        };
        return _keys.Passes(test) && faults.Count == before ? test : null;
    }

    private CorrespondingPair? Pair(MappingNode node) => node.Mapping("source") is { } source && node.Mapping("target") is { } target
        ? new CorrespondingPair(_records.Read(source, Side.Source), _records.Read(target, Side.Target), Words.Direction(node.Text("direction")?.Value ?? "both"))
        : null;

    private GivenRecords? Given(MappingNode? given) => given is null ? null : new GivenRecords(
        given["source"] is { } source ? _records.Read(source, Side.Source) : null,
        given["target"] is { } target ? _records.Read(target, Side.Target) : null,
        given["linked"] is null || given.IsTrue("linked"));

    private Act Act(SourceNode node) => node switch
    {
        MappingNode edit when edit.Text("delete") is { } side => new Act.Delete(side.Value == "source" ? Side.Source : Side.Target),
        MappingNode edit when edit["source"] is { } source => new Act.Edit(Side.Source, _records.Read(source, Side.Source)),
        MappingNode edit => new Act.Edit(Side.Target, _records.Read(edit["target"]!, Side.Target)),
        _ => new Act.Run(),
    };
}
