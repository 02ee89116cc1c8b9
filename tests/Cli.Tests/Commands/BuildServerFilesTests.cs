using System.Text.RegularExpressions;
using SesamTalk.Cli.Tests.Program;
using SesamTalk.TestKit;
using YamlDotNet.RepresentationModel;

namespace SesamTalk.Cli.Tests.Commands;

/// <summary>The files to copy for build servers: they are YAML, and the commands in them do what they are for.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class BuildServerFilesTests
{
    private const string Hooks = ".pre-commit-hooks.yaml";
    private const string Guide = "docs/guides/ci";

    // The keys under which pre-commit demands something, and those under which the services take commands.
    private static readonly string[] Demanded = ["id", "name", "entry", "language"];
    private static readonly string[] Running = ["run", "script", "entry"];

    [TestCase($"{Guide}/github-workflow.yml", "sesamtalk.sarif")]
    [TestCase($"{Guide}/gitlab-ci.yml", "sesamtalk.xml")]
    [TestCase(Hooks)]
    [TestCase($"{Guide}.md", "flows.sarif", "flows.xml")]
    public async Task The_commands_in_it_find_what_is_wrong_and_let_pass_what_is_right(string file, params string[] results)
    {
        var commands = CommandsIn(file).FindAll(command => !IsFormatting(command));
        using var workspace = new SmallWorkspace();

        commands.Should().NotBeEmpty();
        foreach (var command in commands)
        {
            workspace.Write("people.flow.yaml", SmallWorkspace.PeopleFlow);
            (await RunAsync(workspace, command)).Should().Be(ExitCode.Done, command);
            workspace.Write("people.flow.yaml", SmallWorkspace.PeopleFlow.Replace("mobile", "moblie", StringComparison.Ordinal));
            (await RunAsync(workspace, command)).Should().Be(ExitCode.Findings, command);
        }

        results.Where(result => new FileInfo(workspace.PathOf(result)).Length == 0).Should().BeEmpty();
    }

    [Test]
    public async Task The_hook_that_formats_changes_what_is_laid_out_otherwise_and_nothing_else()
    {
        using var workspace = new SmallWorkspace();
        workspace.Write("people.flow.yaml", SmallWorkspace.PeopleFlow);
        await FormatAsync(workspace);
        var canonical = File.ReadAllText(workspace.PathOf("people.flow.yaml"));
        workspace.Write("people.flow.yaml", canonical.Replace("create:", "create:   ", StringComparison.Ordinal));

        await FormatAsync(workspace);

        File.ReadAllText(workspace.PathOf("people.flow.yaml")).Should().Be(canonical);
    }

    private static async Task FormatAsync(SmallWorkspace workspace) =>
        (await RunAsync(workspace, $"{ScalarsUnder(Read(Hooks), "entry").Single(IsFormatting)} people.flow.yaml")).Should().Be(ExitCode.Done);

    private static bool IsFormatting(string command) => command == "sesamtalk fmt";

    [TestCase($"{Guide}/github-workflow.yml", "sarif_file", "sesamtalk.sarif")]
    [TestCase($"{Guide}/gitlab-ci.yml", "junit", "sesamtalk.xml")]
    public void What_a_command_writes_is_what_the_service_takes(string file, string key, string result)
    {
        ScalarsUnder(Read(file), key).Should().Equal(result);
        CommandsIn(file).Should().ContainSingle(command => command.Contains($"--output {result}", StringComparison.Ordinal));
    }

    [Test]
    public void The_hooks_have_what_pre_commit_demands()
    {
        var hooks = ((YamlSequenceNode)Read(Hooks)).Cast<YamlMappingNode>().ToList();

        hooks.Should().OnlyContain(hook => Demanded.All(key => hook.Children.ContainsKey(key)));
        ScalarsUnder(Read($"{Guide}/pre-commit-config.yaml"), "id").Should().Equal(ScalarsUnder(Read(Hooks), "id"));
    }

    [TestCase("flows/people.flow.yaml", true)]
    [TestCase("flows/systems.yaml", true)]
    [TestCase("systems.yaml", true)]
    [TestCase("crm.entities.yaml", true)]
    [TestCase("crm.connector.yaml", true)]
    [TestCase("filesystems.yaml", false)]
    [TestCase("people.flow.yaml.orig", false)]
    public void The_hook_runs_for_files_of_a_workspace(string file, bool runs) =>
        Regex.IsMatch(file, ScalarsUnder(Read(Hooks), "files").First()).Should().Be(runs);

    private static async Task<ExitCode> RunAsync(SmallWorkspace workspace, string command)
    {
        var program = new TestProgram(workspace.Folder) { Git = (_, arguments) => new Workspaces.GitAnswer(0, arguments[0] == "diff" ? "people.flow.yaml\0" : "", "") };
        return (await program.RunAsync(command.Split(' ')[1..])).Code;
    }

    // Of a page, the commands that stand in a line of their own.
    private static List<string> CommandsIn(string file) =>
    [
        .. file.EndsWith(".md", StringComparison.Ordinal)
            ? File.ReadLines(Path.Combine(Repository.Root, file)).Where(line => line.StartsWith("sesamtalk ", StringComparison.Ordinal))
            : Running.SelectMany(key => ScalarsUnder(Read(file), key)).Where(line => line.StartsWith("sesamtalk ", StringComparison.Ordinal)),
    ];

    private static YamlNode Read(string file)
    {
        using var reader = File.OpenText(Path.Combine(Repository.Root, file));
        var stream = new YamlStream();
        stream.Load(reader);
        return stream.Documents.Single().RootNode;
    }

    private static IEnumerable<string> ScalarsUnder(YamlNode node, string key) => node switch
    {
        YamlMappingNode mapping => mapping.Children.SelectMany(child => ((YamlScalarNode)child.Key).Value == key
            ? new[] { child.Value }.Concat((child.Value as YamlSequenceNode)?.Children ?? []).OfType<YamlScalarNode>().Select(scalar => scalar.Value!)
            : ScalarsUnder(child.Value, key)),
        YamlSequenceNode list => list.Children.SelectMany(child => ScalarsUnder(child, key)),
        _ => [],
    };
}
