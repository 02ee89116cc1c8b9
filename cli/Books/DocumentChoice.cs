using System.Collections.Immutable;
using SesamTalk.Cli.CommandLine;
using SesamTalk.Engine.Documents;

namespace SesamTalk.Cli.Books;

/// <summary>Picks documents by the words of a command line.</summary>
internal static class DocumentChoice
{
    /// <summary>The documents that are named; all where none is.</summary>
    /// <exception cref="StoppedException">A word names none.</exception>
    public static ImmutableArray<ExportedDocument> Of(string[] words, ImmutableArray<ExportedDocument> documents)
    {
        var unknown = words.FirstOrDefault(word => !documents.Any(document => IsMeant(document, word)));
        return unknown is not null
            ? throw new StoppedException(ExitCode.Usage, UsageErrors.Unknown("a document of these flows", unknown, [.. documents.Select(document => document.Title)]))
            : words.Length == 0 ? documents : [.. documents.Where(document => words.Any(word => IsMeant(document, word)))];
    }

    private static bool IsMeant(ExportedDocument document, string word) =>
        document.Name == word || document.Title.Trim().Equals(word.Trim(), StringComparison.OrdinalIgnoreCase);
}
