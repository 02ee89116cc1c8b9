using System.Collections.Immutable;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading;
using SesamTalk.Engine.Flows.Reading.Views;
using SesamTalk.Engine.Flows.Reading.Yaml;
using SesamTalk.Engine.Mapping;

namespace SesamTalk.Engine.Testing.Reading;

/// <summary>Reads what a test expects.</summary>
internal sealed class ExpectationReader(FlowView flow, RecordReader records, ICollection<Diagnostic> faults)
{
    /// <summary>Stands for a whole record in a conflict.</summary>
    public const string Record = "record";

    /// <summary>What is expected.</summary>
    public Expectation Read(MappingNode node) => new()
    {
        Source = node["source"] is { } source ? records.Read(source, Side.Source) : null,
        Target = node["target"] is { } target ? records.Read(target, Side.Target) : null,
        Linked = node["linked"] is { } linked ? new Located<bool>(node.IsTrue("linked"), linked.Place) : null,
        Conflicts = [.. (node.Mapping("conflicts")?.Entries ?? []).Select(Conflict)],
        Refused = Messages(node["refused"]),
        Waits = Messages(node["waits"]),
        Review = Messages(node["review"]),
        Node = node,
    };

    private ExpectedConflict Conflict(MappingEntry entry)
    {
        var property = NodeReading.Path(entry.Key);
        var legal = flow.Rows.SelectMany(row => new[] { row.Draft.Source.Value, row.Draft.Target.Value }).Distinct().ToList();
        if (property.Value != Record && !legal.Contains(property.Value) && !legal.Contains(property.Value.Split('[')[0]))
        {
            faults.Add(TestFaults.NoRowOf(property.Place, property.Value, legal));
        }

        return new ExpectedConflict(property, NodeReading.Located((ScalarNode)entry.Value));
    }

    private static ImmutableArray<Located<string>> Messages(SourceNode? node) => node switch
    {
        ScalarNode scalar => [NodeReading.Located(scalar)],
        ListNode list => [.. list.Items.OfType<ScalarNode>().Select(NodeReading.Located)],
        _ => [],
    };
}
