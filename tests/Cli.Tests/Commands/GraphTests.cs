using System.Xml.Linq;
using SesamTalk.Cli.Tests.Program;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Golden;

namespace SesamTalk.Cli.Tests.Commands;

[Parallelizable(ParallelScope.All)]
public sealed class GraphTests
{
    [TestCase("graph", "flows.mermaid")]
    [TestCase("graph --format dot", "flows.dot")]
    [TestCase("graph --format svg", "flows.svg")]
    [TestCase("graph --format json", "flows.json")]
    [TestCase("graph --properties", "properties.mermaid")]
    [TestCase("graph --properties crm/Person.phone --format dot", "phone.dot")]
    [TestCase("graph --properties Customer.mail --format json", "mail.json")]
    [TestCase("graph --properties crm/Person.fone", "unknown.txt")]
    public async Task Flows_and_the_ways_of_properties_are_drawn(string arguments, string golden)
    {
        using var workspace = AuthoredWorkspace.Create();

        var result = await workspace.Program().RunAsync(arguments.Split(' '));

        GoldenFile.Compare($"cli/graph/{golden}", result.All);
    }

    [Test]
    public async Task The_picture_of_the_shipped_set_holds_all_entities_within_it_and_no_boxes_over_each_other()
    {
        var result = await new TestProgram(Repository.Root).RunAsync("graph", "--format", "svg");

        var picture = XDocument.Parse(result.Output).Root!;
        var boxes = picture.Elements().Where(element => element.Name.LocalName == "rect").Skip(1).Select(BoxOf).ToList();
        boxes.Should().HaveCount(6).And.OnlyContain(box => box.Left >= 0 && box.Top >= 0 && box.Right <= Number(picture, "width") && box.Bottom <= Number(picture, "height"));
        boxes.SelectMany((box, i) => boxes.Skip(i + 1).Where(other => Overlap(box, other))).Should().BeEmpty();
        picture.Elements().Count(element => element.Name.LocalName == "path" && element.Attribute("stroke") is not null).Should().BeGreaterThanOrEqualTo(22);
    }

    [Test]
    public async Task A_circle_is_what_leads_back_another_way()
    {
        using var workspace = AuthoredWorkspace.Create();

        var both = await workspace.Program().RunAsync("graph");
        var one = await workspace.Program().RunAsync("graph", "--select", "people");

        both.Output.Should().Contain("linkStyle 0,1,2 ");
        one.Output.Should().NotContain("linkStyle");
    }

    [Test]
    public async Task A_flow_between_the_records_of_one_entity_is_drawn_as_a_loop_beside_it()
    {
        using var workspace = OfOneEntity();

        var result = await workspace.Program().RunAsync("graph", "--format", "svg");

        var path = XDocument.Parse(result.Output).Root!.Elements().First(element => element.Name.LocalName == "path" && element.Attribute("marker-end") is not null).Attribute("d")!.Value;
        var numbers = path.Split(['M', 'C', ',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(number => double.Parse(number, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        numbers[0].Should().Be(numbers[6], "it begins and ends at the same edge of its box");
        numbers[1].Should().BeLessThan(numbers[7], "one could not see a line that goes back upon itself");
    }

    [Test]
    public async Task What_stands_at_a_row_between_properties_of_one_entity_stands_beside_the_box_and_not_behind_it()
    {
        using var workspace = OfOneEntity();

        var result = await workspace.Program().RunAsync("graph", "--properties", "--format", "svg");

        var picture = XDocument.Parse(result.Output).Root!;
        var box = BoxOf(picture.Elements().Where(element => element.Name.LocalName == "rect").Skip(1).Single());
        Number(picture.Elements().Single(element => element.Value == "lookup"), "x").Should().BeGreaterThan(box.Right + 40);
    }

    [Test]
    public async Task Signs_beyond_the_first_plane_and_such_as_end_a_text_are_told_by_their_numbers_to_Mermaid()
    {
        using var workspace = OfOneEntity();

        var result = await workspace.Program().RunAsync("graph", "--properties");

        result.Output.Should().Contain("#128512;").And.Contain("#34;").And.Contain("Bl\u00e5").And.NotContain("#55357;");
    }

    private static SmallWorkspace OfOneEntity()
    {
        var workspace = new SmallWorkspace();
        workspace.Write("people.flow.yaml", """
            version: 1
            flow: people
            source: { system: crm, entity: Person }
            target: { system: crm, entity: Person }
            create: never
            match: [{ name: email }]
            properties:
              - { source: name, target: phone, convert: { lookup: { "Bl\u00e5": "\U0001F600", "\"": "x" } } }

            """);
        return workspace;
    }

    private static (double Left, double Top, double Right, double Bottom) BoxOf(XElement rect) =>
        (Number(rect, "x"), Number(rect, "y"), Number(rect, "x") + Number(rect, "width"), Number(rect, "y") + Number(rect, "height"));

    private static bool Overlap((double Left, double Top, double Right, double Bottom) one, (double Left, double Top, double Right, double Bottom) other) =>
        one.Left < other.Right && other.Left < one.Right && one.Top < other.Bottom && other.Top < one.Bottom;

    private static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, System.Globalization.CultureInfo.InvariantCulture);
}
