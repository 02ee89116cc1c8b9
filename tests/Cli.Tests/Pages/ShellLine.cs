using System.Text.RegularExpressions;

namespace SesamTalk.Cli.Tests.Pages;

/// <summary>A command line as pages show it, apart into its words as a shell would do it.</summary>
/// <param name="Variables">The variables that are set for it.</param>
/// <param name="Words">The program and what it is given.</param>
internal sealed partial record ShellLine(IReadOnlyDictionary<string, string> Variables, string[] Words)
{
    private static readonly string[] Called = ["dotnet", "run", "--project", "cli", "--"];

    /// <summary>What the program <c>sesamtalk</c> is given; <see langword="null"/> where the line calls another one.</summary>
    public IReadOnlyList<string>? Arguments =>
        Words is ["sesamtalk", .. var given] ? given
        : Words.Take(Called.Length).SequenceEqual(Called) ? [.. Words.Skip(Called.Length)]
        : null;

    /// <summary>Reads a line; <see langword="null"/> where it holds no command.</summary>
    public static ShellLine? Read(string line)
    {
        var words = Word.Matches(line).Select(match => match.Value).TakeWhile(word => !word.StartsWith('#')).ToList();
        var variables = words.TakeWhile(word => Variable.IsMatch(word)).ToList();
        return words.Count == variables.Count
            ? null
            : new ShellLine(
                variables.Select(word => word.Split('=', 2)).ToDictionary(parts => parts[0], parts => Bare(parts[1]), StringComparer.Ordinal),
                [.. words.Skip(variables.Count).Select(Bare)]);
    }

    private static string Bare(string word) => Quote.Replace(word, match => match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value);

    [GeneratedRegex("""(?:'[^']*'|"[^"]*"|[^\s'"])+""")]
    private static partial Regex Word { get; }

    [GeneratedRegex("'([^']*)'|\"([^\"]*)\"")]
    private static partial Regex Quote { get; }

    [GeneratedRegex("^[A-Z][A-Z0-9_]*=")]
    private static partial Regex Variable { get; }
}
