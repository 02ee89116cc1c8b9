using SesamTalk.Cli.CommandLine;

namespace SesamTalk.Cli.Tests.Pages;

/// <summary>A command line of <c>sesamtalk</c> that a page shows, in a block or within a sentence.</summary>
/// <param name="Page">The page.</param>
/// <param name="Number">The number of its line.</param>
/// <param name="Line">The line as it stands there.</param>
/// <param name="IsInBlock">Whether it stands in a block, to be typed.</param>
/// <param name="Arguments">What the program is given.</param>
internal sealed record ShownCommand(string Page, int Number, string Line, bool IsInBlock, IReadOnlyList<string> Arguments)
{
    /// <summary>The line without a comment, as it is typed where the program is installed.</summary>
    public string Text => Line.Split(" #")[0].TrimEnd().Replace("dotnet run --project cli --", "sesamtalk", StringComparison.Ordinal);

    /// <summary>The command that it calls, with its groups.</summary>
    public string Command => CommandTree.NameOf(CommandTree.Create().Parse(Arguments, CommandTree.Configuration).CommandResult.Command);

    /// <summary>Whether a sentence only names the program or a command of it.</summary>
    public bool IsMention => !IsInBlock && (Arguments.Count == 0 || Command == string.Join(' ', Arguments));

    /// <inheritdoc/>
    public override string ToString() => $"{Page}:{Number} {Line}";
}
