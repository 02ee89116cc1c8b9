using System.CommandLine;
using System.Runtime.Versioning;
using SesamTalk.Cli.CommandLine;
using SesamTalk.Cli.Completing;
using SesamTalk.Cli.Tests.Program;
using SesamTalk.TestKit.Golden;

namespace SesamTalk.Cli.Tests.Commands;

[Parallelizable(ParallelScope.All)]
public sealed class CompletionTests
{
    // What a help calls a value, where no shell can know any.
    private static readonly string[] Open = ["PORT", "[ADDRESS:]PORT", "REV", "PERCENT", "N", "NAME", "DOCUMENT", "RUN", "ID", "URL", "ADDRESS", "TEXT", "VALUE", "PROPERTY"];

    private static readonly string[] Known = ["FLOW", "SELECTOR", "SYSTEM", "SOURCE", "TARGET", "SYSTEM/ENTITY", "RECORD", "OTHER", "DIR", "FILE", "PATHS", "DOC"];

    [TestCase("bash")]
    [TestCase("zsh")]
    [TestCase("fish")]
    [TestCase("pwsh")]
    public async Task There_is_a_script_for(string shell)
    {
        var result = await new TestProgram(Path.GetTempPath()).RunAsync("completion", shell);

        GoldenFile.Compare($"cli/completion/{shell}.txt", result.All);
    }

    [TestCase("completion", "no-shell.txt")]
    [TestCase("completion csh", "unknown-shell.txt")]
    [TestCase("completion bash --profile sandbox", "profile.txt")]
    public async Task A_call_that_cannot_be_followed_is_refused_with_the_cure(string arguments, string golden)
    {
        var result = await new TestProgram(Path.GetTempPath()).RunAsync(arguments.Split(' '));

        GoldenFile.Compare($"cli/completion/{golden}", result.All);
    }

    [TestCase("", "gra", "graph")]
    [TestCase("links", "", "list show link unlink")]
    [TestCase("links", "un", "unlink")]
    [TestCase("show", "p", "people")]
    [TestCase("show", "system:", "system:crm system:shop")]
    [TestCase("run --select", "entity:s", "entity:shop/Customer")]
    [TestCase("run --select people", "sys", "system:crm system:shop")]
    [TestCase("run --sel", "", "")]
    [TestCase("doctor", "", "crm shop")]
    [TestCase("new flow", "c", "crm/Person")]
    [TestCase("new flow crm/Person", "", "crm/Person shop/Customer")]
    [TestCase("new flow crm/Person shop/Customer", "", "")]
    [TestCase("explain", "shop", "shop/Customer/")]
    [TestCase("links link crm/Person/1", "s", "shop/Customer/")]
    [TestCase("run --accept-loss", "", "crm/Person shop/Customer")]
    [TestCase("graph --format", "", "mermaid svg dot json")]
    [TestCase("--format", "", "")]
    [TestCase("run --profile", "", "night")]
    [TestCase("run --format json", "--o", "--once --output")]
    [TestCase("run --format json --once", "--o", "--output")]
    [TestCase("conflicts resolve 1 --take", "", "source target")]
    [TestCase("completion", "", "bash zsh fish pwsh")]
    [TestCase("validate", "", ":files")]
    [TestCase("ls --workspace", "", ":folders")]
    [TestCase("ls --workspace / --profile", "", "")]
    [TestCase("rnu", "", "")]
    public void The_words_that_can_come_next_are_told(string before, string typed, string expected)
    {
        using var workspace = Workspace();

        var found = Completion.Of(typed, before.Split(' ', StringSplitOptions.RemoveEmptyEntries), SurroundingsIn(workspace, TextWriter.Null));

        string.Join(' ', found.Select(candidate => candidate.Word)).Should().Be(expected);
    }

    [Test]
    public async Task Commands_and_options_come_with_what_they_are()
    {
        using var workspace = Workspace();

        var commands = await workspace.Program().RunAsync(Completion.Asked, "=");
        var options = await workspace.Program().RunAsync(Completion.Asked, "=--", "run");

        GoldenFile.Compare("cli/completion/commands.txt", commands.All);
        GoldenFile.Compare("cli/completion/options.txt", options.All);
    }

    [TestCase("systems: [")]
    [TestCase("version: 1\nsystems: none\n")]
    [TestCase("")]
    public void A_workspace_that_cannot_be_read_has_no_names_and_does_no_harm(string systems)
    {
        using var workspace = Workspace();
        workspace.Write("systems.yaml", systems);

        Completion.Of(string.Empty, ["doctor"], SurroundingsIn(workspace, TextWriter.Null)).Should().BeEmpty();
    }

    [Test]
    public void What_an_option_or_argument_takes_is_something_that_a_shell_is_told_or_that_none_can_know()
    {
        var values = Commands(CommandTree.Create()).SelectMany(command => command.Options.Where(option => option.HelpName is { Length: > 0 }).Select(option => option.HelpName!)
            .Concat(command.Arguments.Select(argument => argument.HelpName ?? argument.Name)));

        values.Distinct().Where(value => !value.Contains('|', StringComparison.Ordinal)).Should().BeSubsetOf([.. Open, .. Known]);
    }

    [Test]
    [Platform("Linux,MacOsX")]
    [UnsupportedOSPlatform("windows")]
    public async Task Bash_completes_with_the_script()
    {
        using var workspace = Workspace();
        using var bash = RealProgram.StartBash(workspace.Folder, """
            source <(sesamtalk completion bash)
            complete -p sesamtalk
            at() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _sesamtalk sesamtalk; echo "$*> ${COMPREPLY[*]}"; }
            at sesamtalk gra
            at sesamtalk show ''
            at sesamtalk show system ':' s
            at sesamtalk graph --format ''
            at sesamtalk graph --format = s
            at sesamtalk ls --workspace = .b
            at sesamtalk validate peo
            at sesamtalk links link crm/Person/1 ''
            at sesamtalk nothing ''
            """);

        var (code, output, error) = await bash.EndAsync();

        error.Should().BeEmpty();
        GoldenFile.Compare("cli/completion/in-bash.txt", output);
        code.Should().Be(0);
    }

    private static SmallWorkspace Workspace()
    {
        var workspace = new SmallWorkspace();
        workspace.Write("systems.yaml", File.ReadAllText(workspace.PathOf("systems.yaml")) + "profiles:\n  night: {}\n");
        return workspace;
    }

    private static Surroundings SurroundingsIn(SmallWorkspace workspace, TextWriter output) => new(workspace.Folder, output, TextWriter.Null, _ => null, TimeProvider.System);

    private static IEnumerable<Command> Commands(Command command) => command.Subcommands.SelectMany(Commands).Prepend(command);
}
