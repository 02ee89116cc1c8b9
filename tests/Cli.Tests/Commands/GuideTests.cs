using System.Text.RegularExpressions;
using SesamTalk.Cli.Tests.Program;
using SesamTalk.TestKit;

namespace SesamTalk.Cli.Tests.Commands;

[Parallelizable(ParallelScope.All)]
public sealed class GuideTests
{
    private static IEnumerable<string> Commands =>
        File.ReadLines(Path.Combine(Repository.Root, "docs", "guides", "documents-and-pictures.md")).Where(line => line.StartsWith("sesamtalk ", StringComparison.Ordinal));

    [TestCaseSource(nameof(Commands))]
    public async Task A_command_of_the_guide_to_documents_and_pictures_works_as_it_stands(string command)
    {
        using var folder = new TemporaryFolder();
        string[] words = [.. Regex.Matches(command, "'([^']*)'|(\\S+)").Skip(1).Select(match => match.Value.Trim('\''))];

        var result = await new TestProgram(folder.Path).RunAsync([.. words, "--workspace", Repository.Root]);

        result.Code.Should().Be(ExitCode.Done, "{0}", result.Error);
        (result.Output.Length + Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories).Length).Should().BePositive();
    }
}
