using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SesamTalk.Cli.CommandLine;
using SesamTalk.Cli.Commands;
using SesamTalk.Cli.Tests.Pages;
using SesamTalk.TestKit.Pages;

namespace SesamTalk.Cli.Tests.Reference;

/// <summary>The reference page of the commands, made from the command tree; what guides show of a command is linked to.</summary>
internal static partial class CommandPage
{
    private const int MostExamples = 5;

    public static string Text()
    {
        var root = CommandTree.Create();
        var page = new StringBuilder(Introduction);
        foreach (var command in Commands(root))
        {
            page.Append(CultureInfo.InvariantCulture, $"- [`{CommandTree.NameOf(command)}`](#{Anchors.Of(CommandTree.NameOf(command))}): {Cell(command.Description)}\n");
        }

        page.Append("\n## Options of every command\n\n");
        Options(page, root.Options.Where(option => option.Recursive));
        page.Append("\n## Exit codes\n\n| code | means |\n|---|---|\n");
        foreach (var (code, meaning) in ExitCodes.Meanings)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {(int)code} | {meaning} |\n");
        }

        foreach (var command in Commands(root))
        {
            Append(page, command);
        }

        return page.ToString();
    }

    /// <summary>All commands that do something, in the order of the help.</summary>
    public static IEnumerable<Command> Commands(Command root) =>
        root.Subcommands.Where(command => !command.Hidden).SelectMany(command => command.Subcommands.Count > 0 ? Commands(command) : [command]);

    private const string Introduction = """
        # Commands

        `sesamtalk COMMAND`. Without `--workspace` a command works on the nearest folder upwards that holds a `systems.yaml`, itself or in its `flows/`. The result goes to the standard
        output, all else to the standard error stream. `sesamtalk COMMAND --help` tells the same as this page, which is made from the commands themselves.


        """;

    private static void Append(StringBuilder page, Command command)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n## {CommandTree.NameOf(command)}\n\n{Cell(command.Description)}\n\n```text\n{Usage(command)}\n```\n");
        if (command.Arguments.Count > 0)
        {
            page.Append("\n| argument | how many | meaning |\n|---|---|---|\n");
            foreach (var argument in command.Arguments)
            {
                page.Append(CultureInfo.InvariantCulture, $"| `{argument.Name}` | {HowMany(argument.Arity)} | {Cell(argument.Description)} |\n");
            }
        }

        var options = command.Options.Where(option => !option.Hidden && !option.Recursive).ToList();
        if (options.Count > 0)
        {
            page.Append('\n');
            Options(page, options);
        }

        Forms(page, command);
        Examples(page, command);
    }

    private static void Options(StringBuilder page, IEnumerable<Option> options)
    {
        page.Append("| option | default | meaning |\n|---|---|---|\n");
        foreach (var option in options.Where(option => !option.Hidden))
        {
            var (meaning, standing) = Apart(option.Name == GlobalOptions.Format ? "The form of the result. Default: the first that is named for the command." : option.Description ?? string.Empty);
            page.Append(CultureInfo.InvariantCulture, $"| {string.Join(", ", option.Aliases.Prepend(option.Name).Select(name => $"`{name}`"))}{(Value(option) is { Length: > 0 } value ? $" `{value.Replace("|", "\\|", StringComparison.Ordinal)}`" : string.Empty)} | {Cell(standing)} | {Cell(meaning)} |\n");
        }
    }

    private static void Forms(StringBuilder page, Command command)
    {
        if (command is CommandWithAnswer { Forms: var forms })
        {
            page.Append(CultureInfo.InvariantCulture, $"\n`--format`: {string.Join(", ", forms.Select(form => $"`{form}`"))}.\n");
        }
    }

    // What pages show in blocks is tried by tests.
    private static void Examples(StringBuilder page, Command command)
    {
        var shown = ShownCommands.InBlocks.Where(it => it.Command == CommandTree.NameOf(command)).ToList();
        if (shown.Count > 0)
        {
            var pages = shown.Select(it => it.Page).Distinct().Select(path => $"[{TitleOf(path)}]({(path.StartsWith("docs/", StringComparison.Ordinal) ? $"../{path["docs/".Length..]}" : $"../../{path}")})");
            page.Append(CultureInfo.InvariantCulture, $"\nFor example (from {string.Join(", ", pages)}):\n\n```sh\n");
            page.AppendJoin('\n', shown.Select(it => it.Text).Distinct().Take(MostExamples)).Append("\n```\n");
        }
    }

    private static string TitleOf(string path) => ProjectPages.All.Single(page => page.Path == path).Prose[0].Text.TrimStart('#', ' ');

    private static string Usage(Command command) =>
        string.Join(' ', command.Arguments.Select(Word).Prepend($"sesamtalk {CommandTree.NameOf(command)}").Concat(command.Options.Where(option => option.Required).Select(option => $"{option.Name} {Value(option)}"))) + " [options]";

    private static string Word(Argument argument) =>
        (argument.Arity.MinimumNumberOfValues == 0 ? $"[{argument.Name}]" : argument.Name) + (argument.Arity.MaximumNumberOfValues > 1 ? "..." : string.Empty);

    private static string HowMany(ArgumentArity arity) => (arity.MinimumNumberOfValues, arity.MaximumNumberOfValues) switch
    {
        (0, 1) => "none or one",
        (1, 1) => "one",
        (0, _) => "any number",
        _ => "one or more",
    };

    private static string Value(Option option) => option.Arity.MaximumNumberOfValues == 0 || option.ValueType == typeof(bool) ? string.Empty : option.Name == GlobalOptions.Format ? "FORM" : option.HelpName ?? string.Empty;

    // Descriptions end with the default, where there is one.
    private static (string Meaning, string Default) Apart(string description) =>
        Standing.Match(description) is { Success: true } found ? (description[..found.Index].TrimEnd(), found.Groups[1].Value) : (description, string.Empty);

    private static string Cell(string? text) => Signs.Replace(text ?? string.Empty, "\\$0").ReplaceLineEndings(" ");

    // What Markdown would take for its own.
    [GeneratedRegex(@"[|*<]")]
    private static partial Regex Signs { get; }

    [GeneratedRegex(@"Default: (.+?)\.$")]
    private static partial Regex Standing { get; }
}
