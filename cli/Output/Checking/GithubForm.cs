using SesamTalk.Engine.Diagnostics;

namespace SesamTalk.Cli.Output.Checking;

/// <summary>Diagnostics as commands of a GitHub workflow, which shows them beside the lines that they are about.</summary>
/// <remarks>Source: GitHub Docs, "Workflow commands for GitHub Actions"; a step may show ten annotations of each kind.</remarks>
internal static class GithubForm
{
    private const int MostOfKind = 10;

    /// <summary>Writes them, those of one kind together, the gravest first.</summary>
    public static void Write(TextWriter writer, IEnumerable<Diagnostic> diagnostics, RepositoryPaths paths)
    {
        foreach (var kind in diagnostics.GroupBy(diagnostic => diagnostic.Severity).OrderByDescending(kind => kind.Key))
        {
            foreach (var diagnostic in kind.Take(MostOfKind))
            {
                writer.Write(Command(diagnostic, paths) + "\n");
            }

            if (kind.Count() is > MostOfKind and var count)
            {
                writer.Write($"and {Count.Of(count - MostOfKind, $"more {DiagnosticText.Word(kind.Key)}")}, which GitHub would not show beside the lines\n");
            }
        }
    }

    private static string Command(Diagnostic diagnostic, RepositoryPaths paths)
    {
        var place = diagnostic.Place;
        return $"::{Word(diagnostic.Severity)} file={Property(paths.PathOf(place.File))},line={place.Line},col={place.Column},title={diagnostic.Code}::{Data(CheckedMessage.Of(diagnostic))}";
    }

    private static string Word(Severity severity) => severity == Severity.Note ? "notice" : DiagnosticText.Word(severity);

    private static string Data(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
