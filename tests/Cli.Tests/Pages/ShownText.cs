using System.Text.RegularExpressions;

namespace SesamTalk.Cli.Tests.Pages;

/// <summary>
/// Holds what a page shows of an output against the real one. A page may show a part of it, and leave lines out where a line is <c>...</c>. The
/// width of columns does not count, nor does what differs from run to run: times, keys that were made, how much had to be read and asked for.
/// </summary>
internal static partial class ShownText
{
    private const string Left = "...";

    private static readonly string[] Varying = ["read", "calls", "seconds"];

    /// <summary>The first line that the output does not show; <see langword="null"/> where it shows all.</summary>
    public static string? Missing(string shown, string output)
    {
        var real = Lines(output);
        var at = 0;
        var isNext = false;
        foreach (var line in Lines(shown))
        {
            var found = line == Left ? at : real.FindIndex(at, it => it == line);
            if (found < 0 || (isNext && found != at))
            {
                return line;
            }

            isNext = line != Left;
            at = isNext ? found + 1 : at;
        }

        return null;
    }

    private static List<string> Lines(string text)
    {
        var lines = new List<string>();
        string[] head = [];
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim(' ', '─')).Where(line => line.Length > 0))
        {
            var cells = Gap.Split(line);
            head = cells.Contains(Varying[^1]) ? cells : head;
            lines.Add(cells.Length > 1 && cells.Length == head.Length ? string.Join(" | ", cells.Select((cell, at) => cells != head && Varying.Contains(head[at]) ? "#" : cell)) : Plain(line));
        }

        return lines;
    }

    private static string Plain(string line) =>
        Gap.Replace(Read.Replace(Duration.Replace(Key.Replace(Time.Replace(line, "#"), "#"), "# s"), "# records"), " ");

    [GeneratedRegex(@"\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d+)?(?: UTC|Z)?")]
    private static partial Regex Time { get; }

    // A key that begins with the time at which it was made: version 7 of RFC 9562.
    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")]
    private static partial Regex Key { get; }

    [GeneratedRegex(@"\b\d+(?:\.\d+)? s\b")]
    private static partial Regex Duration { get; }

    [GeneratedRegex(@"[\d,]+ records(?= read)")]
    private static partial Regex Read { get; }

    [GeneratedRegex(" {2,}")]
    private static partial Regex Gap { get; }
}
