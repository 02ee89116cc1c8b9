using System.CommandLine;
using System.CommandLine.Parsing;

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
        var format = New<string[]>(Format, "text|json", "The form of the result: text (the default) or json.");
        format.Validators.Add(CheckForm);
        format.CompletionSources.Add(Text, Json);
        root.Add(format);
        root.Add(New<string[]>(Output, "FILE", "Write the result to a file. With several --format, the first file takes the first form, and so on."));
        root.Add(New<string>(Workspace, "DIR", "Where to look for systems.yaml, or flows/systems.yaml, and upwards from there. Default: here."));
        root.Add(New<string>(Profile, "NAME", "The profile of systems.yaml to use. Default: the one that systems.yaml names."));
    }

    private static void CheckForm(OptionResult result)
    {
        foreach (var token in result.Tokens.Where(token => token.Value is not (Text or Json) && !token.Value.StartsWith('-')))
        {
            result.AddError(UsageErrors.Unknown("a form", token.Value, [Text, Json]));
        }
    }

    private static Option<T> New<T>(string name, string value, string description) =>
        Tokens.Checked(new Option<T>(name) { Description = description, HelpName = value, Recursive = true });
}
