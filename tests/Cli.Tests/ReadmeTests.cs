using SesamTalk.TestKit;

namespace SesamTalk.Cli.Tests;

[Parallelizable(ParallelScope.All)]
public sealed class ReadmeTests
{
    private const string Flow = "flows/custom-erp-to-crmoffice/customerp-employee-to-crmoffice-contacts.flow.yaml";

    private static readonly string Readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    [Test]
    public void The_flow_that_it_shows_is_the_shipped_one_without_its_comments()
    {
        var shipped = File.ReadLines(Path.Combine(Repository.Root, Flow)).Where(line => !line.StartsWith('#'));

        Readme.Should().Contain($"`{Flow}`").And.Contain($"```yaml\n{string.Join('\n', shipped)}\n```");
    }

    [Test]
    public async Task Every_command_that_it_names_has_a_help()
    {
        var commands = System.Text.RegularExpressions.Regex.Matches(Readme, @"\| `sesamtalk ([a-z]+( reset)?)").Select(match => match.Groups[1].Value).Distinct().ToList();

        commands.Should().Contain(["ls", "status", "validate", "run", "import", "sandbox reset"]);
        foreach (var command in commands)
        {
            (await new Program.TestProgram(Repository.Root).RunAsync([.. command.Split(' '), "--help"])).Code.Should().Be(ExitCode.Done);
        }
    }
}
