using System.Collections.Immutable;
using System.Text.Json;
using SesamTalk.Cli.Tests.Program;
using SesamTalk.Cli.Tests.Sandbox;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Proposing;

namespace SesamTalk.Cli.Tests.ShippedSet;

/// <summary>What <c>new flow</c> proposes for the entities of the shipped flows, held against what their authors wrote.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ProposalTests
{
    private const double LeastRecall = 0.85;
    private const double LeastRecallAlone = 0.7;
    private const double LeastPrecision = 0.85;

    private static readonly ImmutableArray<Flow> Flows = ShippedFlows.Set.Flows;

    private static IEnumerable<string> Names => Flows.Select(flow => flow.Name);

    [TestCaseSource(nameof(Names))]
    public async Task A_proposal_for_shipped_entities_is_a_flow_without_errors(string name)
    {
        var flow = Flows.Single(it => it.Name == name);
        using var workspace = new UnwrittenFlow(name);
        await ProposeAsync(workspace, flow);

        var result = await new TestProgram(workspace.Path).RunAsync("validate");

        result.Output.Should().NotContain(": error ");
        result.Code.Should().Be(ExitCode.Done, "{0}", result.Output);
    }

    [Test]
    public async Task Most_rows_that_people_wrote_are_proposed_and_most_that_are_proposed_people_wrote()
    {
        var (recall, precision) = await MeasureAsync(flow => new UnwrittenFlow(flow.Name), _ => true);

        recall.Should().BeGreaterThan(LeastRecall);
        precision.Should().BeGreaterThan(LeastPrecision);
    }

    [Test]
    public async Task Most_rows_of_values_are_proposed_also_where_there_is_no_flow_to_learn_from()
    {
        const string everyFlow = "";

        var (recall, precision) = await MeasureAsync(_ => new UnwrittenFlow(everyFlow), row => row.Of is null && row.Each is null);

        recall.Should().BeGreaterThan(LeastRecallAlone);
        precision.Should().BeGreaterThan(LeastPrecision);
    }

    [Test]
    public async Task Proposals_between_all_entities_of_different_systems_have_no_errors_even_all_together()
    {
        using var workspace = new UnwrittenFlow("none");
        FlowSide[] sides = [.. ShippedFlows.Set.Workspace.Systems.SelectMany(system => system.Entities.Select(entity => new FlowSide(system, entity)))];
        var pairs = from one in sides
                    from other in sides
                    where string.CompareOrdinal(one.System.Name, other.System.Name) < 0
                    where !Flows.Any(flow => new[] { flow.Source.ToString(), flow.Target.ToString() }.Order().SequenceEqual(new[] { one.ToString(), other.ToString() }.Order()))
                    select (one, other);
        var count = 0;
        foreach (var (one, other) in pairs)
        {
            var name = $"proposal-{++count}";
            File.WriteAllText(Path.Combine(workspace.Path, "flows", $"{name}.flow.yaml"), new ProposalText(FlowProposals.Of(ShippedFlows.Reading, one, other)).Write(name, "All", null));
        }

        var result = await new TestProgram(workspace.Path).RunAsync("validate");

        count.Should().BeGreaterThan(200);
        // Hundreds of flows make circles, and pair one list in several ways: of that no single proposal can know.
        result.Output.Should().NotMatchRegex(": error (?!ST3010|ST2072)");
    }

    private static async Task<(double Recall, double Precision)> MeasureAsync(Func<Flow, UnwrittenFlow> before, Func<Row, bool> counts)
    {
        int written = 0, proposed = 0, both = 0;
        foreach (var flow in Flows)
        {
            using var workspace = before(flow);
            var (people, program) = (RowsOf(flow, counts), RowsOf(await ProposeAsync(workspace, flow)));
            (written, proposed, both) = (written + people.Count, proposed + program.Count, both + people.Intersect(program).Count);
            await TestContext.Out.WriteLineAsync($"{flow.Name}: {people.Count} written, {program.Count} proposed, {people.Intersect(program).Count} of them the same");
            await TestContext.Out.WriteLineAsync($"  not found: {string.Join(", ", people.Except(program))}\n  not meant: {string.Join(", ", program.Except(people))}");
        }

        var (recall, precision) = ((double)both / written, (double)both / proposed);
        await TestContext.Out.WriteLineAsync($"{written} written, {proposed} proposed, {both} of them the same: recall {recall:P1}, precision {precision:P1}");
        return (recall, precision);
    }

    private static async Task<JsonElement> ProposeAsync(UnwrittenFlow workspace, Flow flow)
    {
        var result = await new TestProgram(workspace.Path).RunAsync("new", "flow", flow.Source.ToString(), flow.Target.ToString(), "--name", flow.Name, "--format", "json");
        result.Code.Should().Be(ExitCode.Done, "{0}", result.Error);
        return JsonDocument.Parse(result.Output).RootElement;
    }

    private static ImmutableHashSet<string> RowsOf(Flow flow, Func<Row, bool> counts) =>
    [
        .. flow.Properties.Where(counts).Select(Text),
        .. flow.Properties.Where(row => row.Each is not null).SelectMany(row => row.Each!.Rows.Where(counts).Select(element => $"{Text(row)} / {Text(element)}")),
    ];

    private static ImmutableHashSet<string> RowsOf(JsonElement proposal) =>
        [.. proposal.GetProperty("rows").EnumerateArray().SelectMany(row => ElementsOf(row).Select(element => $"{Text(row)} / {Text(element)}").Prepend(Text(row)))];

    private static ImmutableArray<JsonElement> ElementsOf(JsonElement row) => row.TryGetProperty("elements", out var elements) ? [.. elements.EnumerateArray()] : [];

    private static string Text(Row row) => $"{row.Source} = {row.Target}";

    private static string Text(JsonElement row) => $"{row.GetProperty("source").GetString()} = {row.GetProperty("target").GetString()}";
}
