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
        root.Add(WithoutValue(New<string>(Workspace, "DIR", "Where to look for systems.yaml, or flows/systems.yaml, and upwards from there. Default: here.")));
        root.Add(New<string>(Profile, "NAME", "The profile of systems.yaml to use. Default: the one that systems.yaml names."));
    }

    /// <summary>Whether an option stands on the command line, with a value or without.</summary>
    public static bool IsGiven(ParseResult parsed, string name) =>
        parsed.RootCommandResult.Command.Options.FirstOrDefault(option => option.Name == name) is { } option && parsed.GetResult(option) is { Implicit: false };

    /// <summary>Makes the help of a command name the forms that the command has.</summary>
    public static void DescribeFor(ParseResult parsed)
    {
        if (parsed.CommandResult.Command is CommandWithAnswer command)
        {
            Describe(parsed.RootCommandResult.Command.Options.Single(option => option.Name == Format), command.Forms);
        }
    }

    // Only a command for which it says something by itself takes it without a value.
    private static Option<string> WithoutValue(Option<string> option)
    {
        option.Arity = ArgumentArity.ZeroOrOne;
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 0 && Tokens.CommandOf(result) is not SchemaExportCommand)
            {
                result.AddError($"Required argument missing for option: '{option.Name}'.");
            }
        });
        return option;
    }

    private static void Describe(Option format, IReadOnlyList<string> forms)
    {
        format.HelpName = string.Join('|', forms);
        format.Description = $"The form of the result: {forms[0]} (the default){string.Concat(forms.Skip(1).SkipLast(1).Select(form => $", {form}"))} or {forms[^1]}.";
    }

    private static Option<T> New<T>(string name, string value, string description) =>
        Tokens.Checked(new Option<T>(name) { Description = description, HelpName = value, Recursive = true });
}
