using System.Collections.Immutable;
using SesamTalk.Cli.CommandLine;

namespace SesamTalk.Cli.Output.Checking;

/// <summary>The forms that build servers and editors read the result of a check in.</summary>
internal static class CheckForms
{
    public const string Sarif = "sarif";
    public const string Github = "github";
    public const string Junit = "junit";

    /// <summary>All forms of a check.</summary>
    public static ImmutableArray<string> All => [GlobalOptions.Text, GlobalOptions.Json, Sarif, Github, Junit];
}
