using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Flows;
using SesamTalk.TestKit;

namespace SesamTalk.Cli.Tests.Sandbox;

/// <summary>The flows that the repository ships.</summary>
public sealed class ShippedFlowsTests
{
    private static readonly string[] Documents =
        ["Custom CRM to PowerOfficeGO", "Custom ERP to CRMOffice", "Customerp to Exact", "Exact Online to CRMOffice", "Exact Online to Custom PMS"];

    public static IEnumerable<string> Flows => ShippedFlows.Set.Flows.Select(flow => flow.Name);

    [Test]
    public void They_have_no_errors_and_no_warnings() =>
        ShippedFlows.Reading.Diagnostics.Where(diagnostic => diagnostic.Severity is not Severity.Note)
            .Select(ShippedFlows.Reading.Render).Should().BeEmpty();

    [Test]
    public void There_is_one_for_each_section_of_the_five_documents()
    {
        ShippedFlows.Set.Flows.Should().HaveCount(22);
        ShippedFlows.Set.Flows.Select(flow => flow.Document).Distinct().Order(StringComparer.Ordinal).Should().Equal(Documents);
    }

    [TestCaseSource(nameof(Flows))]
    public void A_flow_carries_at_least_four_properties_and_says_by_what_records_match(string name)
    {
        var flow = FlowOf(name);
        flow.Properties.Length.Should().BeGreaterThanOrEqualTo(4);
        flow.Match.Should().NotBeEmpty();
    }

    [TestCaseSource(nameof(Flows))]
    public void A_foreign_key_is_carried_or_said_to_be_left_out(string name)
    {
        var flow = FlowOf(name);
        var words = File.ReadLines(FileOf(flow)).Where(line => line.TrimStart().StartsWith('#'))
            .SelectMany(line => line.Split([' ', ',', ':', '#'], StringSplitOptions.RemoveEmptyEntries)).Select(word => word.TrimEnd('.'));
        var carried = flow.Properties.SelectMany(row => new[] { row.Source, row.Target });
        ForeignKeys(flow).Except(carried).Except(words).Should().BeEmpty();
    }

    [TestCaseSource(nameof(Flows))]
    public void A_flow_lies_in_the_folder_of_its_document(string name)
    {
        var flow = FlowOf(name);
        var slug = string.Concat(flow.Document!.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'));
        Path.GetFileName(Path.GetDirectoryName(FileOf(flow))).Should().Be(slug);
    }

    [Test]
    public void Nothing_is_created_in_an_entity_that_its_api_only_reads() =>
        ShippedFlows.Set.Flows.Where(flow => !flow.Target.Entity.CanCreate).Select(flow => (flow.Name, flow.Create))
            .Should().Equal(("customerp-employee-to-exact-employees", CreatePolicy.Never));

    private static IEnumerable<string> ForeignKeys(Flow flow) =>
        from property in flow.Source.Entity.Properties.Concat(flow.Target.Entity.Properties)
        where property.References is not null
        select property.Path;

    private static Flow FlowOf(string name) => ShippedFlows.Set.Flows.Single(flow => flow.Name == name);

    private static string FileOf(Flow flow) => Path.Combine(Repository.Root, flow.Place.File);
}
