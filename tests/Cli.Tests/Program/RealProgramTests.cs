namespace SesamTalk.Cli.Tests.Program;

/// <summary>What only a process of its own can show.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class RealProgramTests
{
    [Test]
    public async Task The_version_needs_no_other_assembly()
    {
        using var folder = new TestKit.TemporaryFolder();
        File.Copy(Path.Combine(AppContext.BaseDirectory, "sesamtalk.dll"), folder["sesamtalk.dll"]);
        File.Copy(Path.Combine(AppContext.BaseDirectory, "sesamtalk.runtimeconfig.json"), folder["sesamtalk.runtimeconfig.json"]);
        using var program = RealProgram.StartFrom(folder.Path, folder.Path, "--version");

        var (code, output, error) = await program.EndAsync();

        error.Should().BeEmpty();
        output.Should().MatchRegex(@"^\d+\.\d+\.\d+\r?\n$");
        code.Should().Be(0);
    }

    // It takes longer to get ready than all else that the check does.
    [Test]
    public async Task Good_files_are_checked_without_the_validator_that_tells_why_others_are_not()
    {
        using var binaries = new TestKit.TemporaryFolder();
        foreach (var file in Directory.GetFiles(AppContext.BaseDirectory, "*.dll").Append(Path.Combine(AppContext.BaseDirectory, "sesamtalk.runtimeconfig.json")).Where(file => !file.Contains("NJsonSchema", StringComparison.Ordinal)))
        {
            File.Copy(file, binaries[Path.GetFileName(file)]);
        }

        using var program = RealProgram.StartFrom(binaries.Path, TestKit.Repository.Root, "validate");

        var (code, output, error) = await program.EndAsync();

        output.Should().EndWith("nothing to report.\n");
        code.Should().Be(0, error);
    }

    [Test]
    public async Task Results_and_all_else_go_separate_ways()
    {
        using var workspace = new SmallWorkspace().WithPeople();
        using var program = RealProgram.Start(workspace.Folder, "run", "--format", "json");

        var (code, output, error) = await program.EndAsync();

        output.Should().StartWith("{").And.EndWith("}\n");
        error.Should().Contain("observing");
        code.Should().Be(0);
    }

    [TestCase(ProcessSignal.Interrupt, 130)]
    [TestCase(ProcessSignal.Terminate, 143)]
    [Platform("Linux,MacOsX")]
    public async Task A_signal_ends_a_run_with_its_state_saved(int signal, int expected)
    {
        if (ProcessSignal.IsIgnored(signal))
        {
            Assert.Ignore("The tests were started deaf to this signal.");
        }

        using var firm = Killing.SmallFirm.New();
        using var program = RealProgram.Start(firm.Folder, "run");
        await program.IsUnderWayAsync();

        ProcessSignal.Send(program, signal);

        var (code, _, error) = await program.EndAsync();
        error.Should().EndWith("Interrupted. What was done is kept, and the next run goes on from there.\n");
        code.Should().Be(expected);
        (await firm.RunHereAsync()).Findings.Should().BeEmpty();
    }
}
