using System.CommandLine;
using SesamTalk.Cli.CommandLine;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Cli.Completing;

/// <summary>
/// What the scripts of the shells ask: <c>sesamtalk __complete =WORD BEFORE...</c> tells the words that the one being typed can become,
/// given those before it. A line each; behind a tab what it is.
/// </summary>
internal static class Completion
{
    /// <summary>The word by which the scripts ask. It stands in no help.</summary>
    public const string Asked = "__complete";

    /// <summary>Answers a script.</summary>
    /// <param name="words">What the script said behind <see cref="Asked"/>.</param>
    /// <param name="surroundings">The machine.</param>
    public static void Answer(IReadOnlyList<string> words, Surroundings surroundings)
    {
        // Some shells drop an empty word, so the one that is being typed never is.
        var typed = words is [['=', .. var begun], ..] ? begun : string.Empty;
        foreach (var candidate in Of(typed, [.. words.Skip(1)], surroundings))
        {
            surroundings.Output.Write(candidate.About.Length == 0 ? $"{candidate.Word}\n" : $"{candidate.Word}\t{candidate.About}\n");
        }
    }

    /// <summary>The words that the one being typed can become.</summary>
    /// <param name="typed">What there is of it.</param>
    /// <param name="before">The words before it.</param>
    /// <param name="surroundings">The machine.</param>
    public static IReadOnlyList<Candidate> Of(string typed, IReadOnlyList<string> before, Surroundings surroundings)
    {
        var line = UnfinishedLine.Read(CommandTree.Create(), before);
        var values = new Values(new Lazy<WorkspaceNames>(() => NamesOf(line, surroundings)));
        var all = line.NeedsValue ? values.Of(line.Command, line.Awaiting!)
            : typed.StartsWith('-') ? line.Options.Select(option => new Candidate(option.Name, About(option)))
            : [.. line.Awaiting is { } option ? values.Of(line.Command, option) : [], .. Words(line, values)];
        return [.. all.Where(candidate => candidate.IsOfTheShell || candidate.Word.StartsWith(typed, StringComparison.Ordinal)).DistinctBy(candidate => candidate.Word)];
    }

    private static IEnumerable<Candidate> Words(UnfinishedLine line, Values values) =>
        line.Arguments == 0 && line.Command.Subcommands.Count > 0
            ? line.Command.Subcommands.Where(command => !command.Hidden).Select(command => new Candidate(command.Name, About(command)))
            : line.Argument is { } argument ? values.Of(argument) : [];

    // A shell has one line for each: the first sentence.
    private static string About(Symbol symbol) => (symbol.Description ?? string.Empty).Split(". ")[0].TrimEnd('.');

    private static WorkspaceNames NamesOf(UnfinishedLine line, Surroundings surroundings)
    {
        try
        {
            return WorkspaceLocator.Find(Path.GetFullPath(line.Workspace ?? ".", surroundings.Folder)) is { } location ? WorkspaceNames.Read(location) : WorkspaceNames.None;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return WorkspaceNames.None;
        }
    }
}
