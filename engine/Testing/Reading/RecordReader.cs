using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Views;
using SesamTalk.Engine.Flows.Reading.Yaml;
using SesamTalk.Engine.Mapping;

namespace SesamTalk.Engine.Testing.Reading;

/// <summary>Reads the records of a test, each value in the type of its property.</summary>
internal sealed class RecordReader(FlowView flow, ICollection<Diagnostic> faults)
{
    /// <summary>A record of a side; of an entity that is not known nothing can be said.</summary>
    public TestRecord Read(SourceNode node, Side side)
    {
        var end = side == Side.Source ? flow.Source : flow.Target;
        return end.Entity is null || node is not MappingNode mapping ? new TestRecord([], node) : Read(mapping, end);
    }

    private TestRecord Read(MappingNode node, FlowEnd end) =>
        new([.. node.Entries.Select(entry => Value(entry, end)).OfType<TestValue>()], node);

    private TestValue? Value(MappingEntry entry, FlowEnd end)
    {
        var path = NodeReading.Path(entry.Key);
        if (end.Find(path.Value) is not { } property)
        {
            faults.Add(TestFaults.UnknownProperty(path.Place, path.Value, end.ToString(), [.. end.Entity!.Properties.Select(p => p.Path)]));
            return null;
        }

        return property.Elements is not null && !end.IsElement ? Elements(entry.Value, property, end) : Plain(entry.Value, property);
    }

    private TestValue? Elements(SourceNode node, PropertyDescription list, FlowEnd end)
    {
        if (node is ScalarNode { Kind: ScalarKind.Null })
        {
            return new TestValue(list.Path, Connectors.Values.Value.None, node) { Elements = [] };
        }

        if (node is not ListNode items || items.Items.Any(item => item is not MappingNode))
        {
            return Misfit(node, list.Path, "a list of elements with their properties");
        }

        var elements = FlowViews.ElementEnd(end, list);
        return new TestValue(list.Path, Connectors.Values.Value.None, node) { Elements = [.. items.Items.OfType<MappingNode>().Select(item => Read(item, elements))] };
    }

    private TestValue? Plain(SourceNode node, PropertyDescription property) => node switch
    {
        ListNode list when property.Type is PropertyType.List or PropertyType.Any && list.Items.All(item => item is ScalarNode) =>
            new TestValue(property.Path, Connectors.Values.Value.List([.. list.Items.OfType<ScalarNode>().Select(Typed.Any)]), node),
        ScalarNode scalar when Typed.Read(scalar, property.Type) is { } value => new TestValue(property.Path, value, node),
        _ => Misfit(node, property.Path, Typed.WordsFor(property.Type)),
    };

    private TestValue? Misfit(SourceNode node, string path, string expected)
    {
        var text = node switch { ScalarNode scalar => $"'{scalar.Text}'", ListNode => "a list", _ => "a record" };
        faults.Add(TestFaults.WrongType(node.Place, text, path, expected));
        return null;
    }
}
