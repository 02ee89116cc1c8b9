using System.CommandLine;

namespace SesamTalk.Cli.CommandLine;

/// <summary>The options of every command that takes flows.</summary>
internal static class SelectorOptions
{
    public const string Select = "--select";
    public const string Exclude = "--exclude";

    /// <summary>Adds both.</summary>
    public static void AddTo(Command command)
    {
        command.Add(New(Select, "Only these flows: a name, a pattern with * and ?, tag:NAME, system:NAME, entity:NAME or entity:SYSTEM/NAME."));
        command.Add(New(Exclude, "Without these flows, in the same words."));
    }

    private static Option<string[]> New(string name, string description) => Tokens.Checked(new Option<string[]>(name)
    {
        Description = description,
        HelpName = "SELECTOR",
        AllowMultipleArgumentsPerToken = true,
    });
}
