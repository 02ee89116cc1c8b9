using SesamTalk.Cli.Tests.Program;
using SesamTalk.TestKit.Golden;

namespace SesamTalk.Cli.Tests.Commands;

[Parallelizable(ParallelScope.All)]
public sealed class HelpTests
{
    [TestCase("")]
    [TestCase("init")]
    [TestCase("new")]
    [TestCase("new flow")]
    [TestCase("run")]
    [TestCase("validate")]
    [TestCase("fmt")]
    [TestCase("test")]
    [TestCase("doctor")]
    [TestCase("connect")]
    [TestCase("import")]
    [TestCase("ls")]
    [TestCase("show")]
    [TestCase("docs")]
    [TestCase("graph")]
    [TestCase("status")]
    [TestCase("links")]
    [TestCase("links list")]
    [TestCase("links show")]
    [TestCase("links link")]
    [TestCase("links unlink")]
    [TestCase("conflicts")]
    [TestCase("conflicts list")]
    [TestCase("conflicts show")]
    [TestCase("conflicts resolve")]
    [TestCase("dead-letters")]
    [TestCase("dead-letters list")]
    [TestCase("dead-letters show")]
    [TestCase("dead-letters retry")]
    [TestCase("dead-letters drop")]
    [TestCase("explain")]
    [TestCase("history")]
    [TestCase("undo")]
    [TestCase("schema")]
    [TestCase("schema export")]
    [TestCase("sandbox")]
    [TestCase("sandbox reset")]
    [TestCase("sandbox up")]
    [TestCase("completion")]
    public async Task The_help_of_a_command_tells_what_it_does_and_the_exit_codes(string command)
    {
        var result = await new TestProgram(Path.GetTempPath()).RunAsync([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);

        GoldenFile.Compare($"cli/help/{(command.Length == 0 ? "sesamtalk" : command.Replace(' ', '-'))}.txt", result.Output);
        result.Code.Should().Be(ExitCode.Done);
    }

    [Test]
    public async Task The_version_is_one_line()
    {
        var result = await new TestProgram(Path.GetTempPath()).RunAsync("--version");

        result.Output.Should().MatchRegex(@"^\d+\.\d+\.\d+\r?\n$");
        result.Code.Should().Be(ExitCode.Done);
    }
}
