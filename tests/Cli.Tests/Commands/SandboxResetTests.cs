using SesamTalk.Cli.Tests.Program;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Golden;

namespace SesamTalk.Cli.Tests.Commands;

[Parallelizable(ParallelScope.All)]
public sealed class SandboxResetTests
{
    private const string Profiles = """
        profile: sandbox
        profiles:
          sandbox:
            sample_data: company
            systems:
              shop: { settings: { connection: "Data Source=.sesamtalk/sandbox/shop.db" } }

        """;

    [Test]
    public async Task The_databases_are_made_anew_and_the_state_is_taken_away()
    {
        using var workspace = Sandboxed();
        await workspace.Program().RunAsync("run");

        var result = await workspace.Program().RunAsync("sandbox", "reset");

        GoldenFile.Compare("cli/sandbox-reset.txt", result.All);
        Directory.GetFiles(workspace.PathOf(".sesamtalk"), "state.db*").Select(Path.GetFileName).Should().BeSubsetOf(["state.db.lock"]);
    }

    [Test]
    public async Task The_first_use_fills_what_is_missing_and_says_so()
    {
        using var workspace = Sandboxed();

        var first = await workspace.Program().RunAsync("run");
        var second = await workspace.Program().RunAsync("run");

        first.Error.Should().StartWith("First use of the sandbox: made 1 database with the sample data 'company' in .sesamtalk/sandbox.\n");
        second.Error.Should().NotContain("First use");
    }

    [Test]
    [Clause("G5")]
    public async Task Nothing_is_touched_while_a_run_is_under_way()
    {
        using var workspace = Sandboxed();
        await workspace.Program().RunAsync("run");
        await using var held = new FileStream(workspace.PathOf(".sesamtalk/state.db.lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);

        var result = await workspace.Program().RunAsync("sandbox", "reset");

        result.Code.Should().Be(ExitCode.Guarded);
        File.Exists(workspace.PathOf(".sesamtalk/state.db")).Should().BeTrue();
    }

    [Test]
    public async Task Sample_data_that_there_is_not_is_told_of()
    {
        using var workspace = Sandboxed("firm");

        var result = await workspace.Program().RunAsync("run");

        GoldenFile.Compare("cli/no-such-sample.txt", result.All);
    }

    private static SmallWorkspace Sandboxed(string sample = "company")
    {
        var workspace = new SmallWorkspace();
        var systems = File.ReadAllText(workspace.PathOf("systems.yaml"));
        workspace.Write("systems.yaml", systems + Profiles.Replace("company", sample, StringComparison.Ordinal));
        return workspace;
    }
}
