using System.CommandLine;
using SesamTalk.Cli.Commands;

namespace SesamTalk.Cli.CommandLine;

/// <summary>The options that every command has.</summary>
internal static class GlobalOptions
{
    public const string Format = "--format";
    public const string Output = "--output";
    public const string Workspace = "--workspace";
    public const string Profile = "--profile";

    public const string Text = "text";
    public const string Json = "json";

    /// <summary>Adds them all.</summary>
    public static void AddTo(Command root)
    {
        var format = New<string[]>(Format, string.Empty, string.Empty);
        Describe(format, [Text, Json]);
        format.CompletionSources.Add(Text, Json);
        root.Add(format);
        root.Add(New<string[]>(Output, "FILE", "Write the result to a file. With several --format, the first file takes the first form, and so on."));
        root.Add(New<string>(Workspace, "DIR", "Where to look for systems.yaml, or flows/systems.yaml, and upwards from there. Default: here."));
        root.Add(New<string>(Profile, "NAME", "The profile of systems.yaml to use. Default: the one that systems.yaml names."));
    }

    /// <summary>Makes the help of a command name the forms that the command has.</summary>
    public static void DescribeFor(ParseResult parsed)
    {
        if (parsed.CommandResult.Command is CommandWithAnswer command)
        {
            Describe(parsed.RootCommandResult.Command.Options.Single(option => option.Name == Format), command.Forms);
        }
    }

    private static void Describe(Option format, IReadOnlyList<string> forms)
    {
        format.HelpName = string.Join('|', forms);
        format.Description = $"The form of the result: {forms[0]} (the default){string.Concat(forms.Skip(1).SkipLast(1).Select(form => $", {form}"))} or {forms[^1]}.";
    }

    private static Option<T> New<T>(string name, string value, string description) =>
        Tokens.Checked(new Option<T>(name) { Description = description, HelpName = value, Recursive = true });
}
