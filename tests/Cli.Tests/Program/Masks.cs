using System.Text.RegularExpressions;

namespace SesamTalk.Cli.Tests.Program;

/// <summary>Takes out of a text what differs from run to run: how long something really took.</summary>
internal static partial class Masks
{
    public static string Times(string text) =>
        Seconds().Replace(LastColumn().Replace(text, match => "#.##".PadLeft(match.Length)), "$1#");

    [GeneratedRegex(@"(?<=  )[0-9]+\.[0-9][0-9]$", RegexOptions.Multiline)]
    private static partial Regex LastColumn();

    [GeneratedRegex(@"(""seconds"": |, seconds )[0-9.E-]+")]
    private static partial Regex Seconds();
}
