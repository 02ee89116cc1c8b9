using SesamTalk.Cli.Tests.Program;
using SesamTalk.Cli.Tests.Sandbox;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Golden;

namespace SesamTalk.Cli.Tests.Commands;

[Parallelizable(ParallelScope.All)]
[Clause("G2")]
public sealed class AcceptLossTests
{
    private const string Propagating = "create: both\ndelete: propagate\n";

    [Test]
    public async Task A_table_that_is_suddenly_empty_stops_its_flows_until_a_person_says_that_it_is_so()
    {
        using var workspace = await WithEmptyShopAsync();

        var stopped = await workspace.Program().RunAsync("run");
        var kept = DatabaseReader.Query(workspace.PathOf("crm.db"), "SELECT count(*) FROM Person");
        var accepted = await workspace.Program().RunAsync("run", "--accept-loss", "shop/Customer");
        var quiet = await workspace.Program().RunAsync("run");

        GoldenFile.Compare("cli/run/loss.txt", stopped.All + accepted.All + quiet.All);
        kept.Should().Equal("6");
    }

    [TestCase("shop/Custmer")]
    [TestCase("Customer")]
    [TestCase("billing/Invoice")]
    public async Task A_name_that_no_flow_is_on_is_told_and_nothing_runs(string name)
    {
        using var workspace = await WithEmptyShopAsync();

        var result = await workspace.Program().RunAsync("run", "--accept-loss", name);

        GoldenFile.Compare($"cli/run/loss-of-{name.Replace('/', '-')}.txt", result.All);
        DatabaseReader.Query(workspace.PathOf("crm.db"), "SELECT count(*) FROM Person").Should().Equal("6");
    }

    [Test]
    public async Task A_loss_is_accepted_for_the_named_entity_only()
    {
        using var workspace = await WithEmptyShopAsync();

        var result = await workspace.Program().RunAsync("run", "--accept-loss", "crm/Person");

        result.Code.Should().Be(ExitCode.Guarded);
        DatabaseReader.Query(workspace.PathOf("crm.db"), "SELECT count(*) FROM Person").Should().Equal("6");
    }

    private static async Task<SmallWorkspace> WithEmptyShopAsync()
    {
        var workspace = new SmallWorkspace().WithPeople();
        workspace.Write("people.flow.yaml", SmallWorkspace.PeopleFlow.Replace("create: both\n", Propagating, StringComparison.Ordinal));
        await workspace.Program().RunAsync("run");
        workspace.Execute("shop", "DELETE FROM Customer");
        return workspace;
    }
}
