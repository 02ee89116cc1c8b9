using SesamTalk.Cli.Tests.Program;
using SesamTalk.Cli.Tests.ShippedSet;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Golden;

namespace SesamTalk.Cli.Tests.Commands;

[Parallelizable(ParallelScope.All)]
public sealed class NewFlowTests
{
    private const string Proposed = "flows/shop-to-accounts/shop-article-to-accounts-item.flow.yaml";

    [Test]
    public async Task A_flow_is_proposed_beside_those_of_the_same_systems_with_each_guess_marked()
    {
        using var workspace = await NewAsync();

        var result = await RunAsync(workspace, "new", "flow", "shop/Article", "accounts/Item");

        GoldenFile.Compare("cli/new-flow/told.txt", result.All);
        GoldenFile.Compare("cli/new-flow/proposed.flow.yaml", await File.ReadAllTextAsync(workspace[Proposed]));
    }

    [Test]
    public async Task The_facts_are_told_to_programs()
    {
        using var workspace = await NewAsync();

        var result = await RunAsync(workspace, "new", "flow", "shop/Article", "accounts/Item", "--format", "json");

        GoldenFile.Compare("cli/new-flow/told.json", result.All);
    }

    [Test]
    public async Task What_is_proposed_for_the_sample_validates_without_a_finding_and_runs()
    {
        using var workspace = await NewAsync();
        await RunAsync(workspace, "new", "flow", "shop/Article", "accounts/Item");

        (await RunAsync(workspace, "validate", "--deny-warnings")).Output.Should().Be("2 flows, 2 systems: nothing to report.\n");
        (await RunAsync(workspace, "run")).Code.Should().Be(ExitCode.Done);
        (await RunAsync(workspace, "run")).Output.Should().StartWith("Run 2: nothing to do.");
    }

    [Test]
    public async Task References_lists_and_what_only_one_side_may_write_are_proposed_as_such()
    {
        using var workspace = new UnwrittenFlow("customerp-order-to-exact-salesorders");

        var result = await new TestProgram(workspace.Path).RunAsync("new", "flow", "custom-erp/Order", "exact-online/SalesOrders", "--out", ".");

        result.Error.Should().Be("custom-erp-order-to-exact-online-salesorders.flow.yaml lies outside flows, where flows are looked for: move it there before it is to run.\n");
        GoldenFile.Compare("cli/new-flow/order.flow.yaml", await File.ReadAllTextAsync(Path.Combine(workspace.Path, "custom-erp-order-to-exact-online-salesorders.flow.yaml")));
    }

    [Test]
    public async Task What_a_system_is_giving_up_is_not_proposed()
    {
        using var workspace = await NewAsync();
        var entities = workspace["flows/accounts.entities.yaml"];
        await File.WriteAllTextAsync(entities, (await File.ReadAllTextAsync(entities)).Replace("      Description: { type: string }", "      Description: { type: string, deprecated: Name }", StringComparison.Ordinal));

        await RunAsync(workspace, "new", "flow", "shop/Article", "accounts/Item");

        (await File.ReadAllTextAsync(workspace[Proposed])).Should().Contain("target: Name,").And.NotContain("target: Description");
    }

    [Test]
    public async Task A_name_and_a_folder_of_ones_own_are_taken()
    {
        using var workspace = await NewAsync();

        var result = await RunAsync(workspace, "new", "flow", "accounts/Item", "shop/Article", "--name", "goods", "--out", "flows/mine");

        result.Output.Should().StartWith("Wrote flows/mine/goods.flow.yaml:");
        (await File.ReadAllTextAsync(workspace["flows/mine/goods.flow.yaml"])).Should().Contain("flow: goods\n").And.StartWith("# yaml-language-server: $schema=../../schemas/flow.schema.json\n");
        (await RunAsync(workspace, "validate")).Code.Should().Be(ExitCode.Done);
    }

    [TestCase("new flow shp/Article accounts/Item", "unknown-system.txt")]
    [TestCase("new flow shop/Artcle accounts/Item", "unknown-entity.txt")]
    [TestCase("new flow shop accounts/Item", "no-entity.txt")]
    [TestCase("new flow shop/Article shop/Article", "same.txt")]
    [TestCase("new flow accounts/Customer shop/Customer", "linked.txt")]
    [TestCase("new flow shop/Article accounts/Item --name Goods", "bad-name.txt")]
    [TestCase("new flow shop/Article accounts/Item --name shop-customer-to-accounts-customer", "same-name.txt")]
    [TestCase("new flow shop/Article accounts/Item --name mine --out notes", "in-the-way.txt")]
    [TestCase("new flow shop/Article", "no-target.txt")]
    public async Task A_call_that_cannot_be_followed_is_refused_with_the_cure_and_writes_nothing(string arguments, string golden)
    {
        using var workspace = await NewAsync();
        Directory.CreateDirectory(workspace["notes/mine.flow.yaml"]);

        var result = await RunAsync(workspace, arguments.Split(' '));

        GoldenFile.Compare($"cli/new-flow/{golden}", result.All);
        Directory.GetFiles(workspace.Path, "*.flow.yaml", SearchOption.AllDirectories).Should().ContainSingle();
    }

    [Test]
    public async Task What_two_descriptions_leave_open_is_said_and_nothing_is_created()
    {
        using var workspace = new SmallWorkspace();
        workspace.Write("crm.entities.yaml", """
            version: 1
            entities:
              Visit:
                key: { property: id, given_by: system }
                can: []
                properties:
                  id: { type: integer, access: never }
                  visit_date: { type: datetime }
                  remarks: { type: string }
                  done: { type: boolean }

            """);
        workspace.Write("shop.entities.yaml", """
            version: 1
            entities:
              Meeting:
                key: { property: no, given_by: system }
                properties:
                  no: { type: integer, access: never }
                  room: { type: string, mandatory: true }
                  visitDate: { type: date }
                  Notes: { type: string }

            """);
        File.Delete(workspace.PathOf("people.flow.yaml"));

        var result = await workspace.Program().RunAsync("new", "flow", "crm/Visit", "shop/Meeting");

        GoldenFile.Compare("cli/new-flow/open.flow.yaml", await File.ReadAllTextAsync(workspace.PathOf("crm-to-web-shop/crm-visit-to-shop-meeting.flow.yaml")));
        result.Code.Should().Be(ExitCode.Done);
        (await workspace.Program().RunAsync("validate", "--deny-warnings")).Code.Should().Be(ExitCode.Done);
    }

    private static async Task<TemporaryFolder> NewAsync()
    {
        var folder = new TemporaryFolder();
        await RunAsync(folder, "init");
        return folder;
    }

    private static Task<ProgramResult> RunAsync(TemporaryFolder folder, params string[] arguments) => new TestProgram(folder.Path).RunAsync(arguments);
}
