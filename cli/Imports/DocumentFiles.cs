using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Documents;

namespace SesamTalk.Cli.Imports;

/// <summary>Reads documents from disk and imports them, several at a time.</summary>
internal static class DocumentFiles
{
    /// <summary>The documents, imported, in the order given.</summary>
    /// <exception cref="StoppedException">One of them cannot be read.</exception>
    public static IReadOnlyList<ImportedDocument> Import(Call call, IReadOnlyList<string> documents, NameResolution names)
    {
        var texts = documents.Select(document => (document, Text: Read(call, document))).ToList();
        return [.. texts.AsParallel().AsOrdered().Select(it => Import(it.document, it.Text, names))];
    }

    private static ImportedDocument Import(string document, string text, NameResolution names) =>
        new(DocumentImport.Import(text, document.Replace('\\', '/'), names), new SourceText(document, text));

    private static string Read(Call call, string document)
    {
        try
        {
            return File.ReadAllText(call.PathOf(document));
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new StoppedException(ExitCode.Usage, $"The document {document} cannot be read: {trouble.Message}");
        }
    }
}

/// <summary>A document that was imported.</summary>
/// <param name="Result">What came of it.</param>
/// <param name="Source">Its text, for excerpts.</param>
internal sealed record ImportedDocument(ImportResult Result, SourceText Source);
