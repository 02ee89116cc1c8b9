using System.Collections.Concurrent;
using System.Collections.Immutable;
using SesamTalk.Cli.Files;
using SesamTalk.Engine.Documents;

namespace SesamTalk.Cli.Imports;

/// <summary>Writes imported flow files. What a person may have worked on is replaced only on demand.</summary>
/// <param name="call">For whom.</param>
/// <param name="folder">Where to write.</param>
/// <param name="replaces">Whether files that say something else are replaced.</param>
internal sealed class FlowFileWriting(Call call, string folder, bool replaces)
{
    private readonly ConcurrentDictionary<string, bool> _written = new(StringComparer.Ordinal);

    /// <summary>
    /// Writes the files of documents, in their order. Several folders are written at a time; of documents with one title, which share
    /// theirs, the first one's files stay.
    /// </summary>
    /// <exception cref="StoppedException">A file cannot be written.</exception>
    public ImmutableArray<WrittenDocument> Write(IReadOnlyList<ImportedDocument> documents)
    {
        var written = new WrittenDocument[documents.Count];
        var folders = Enumerable.Range(0, documents.Count).GroupBy(place => documents[place].Result.Form is { } form ? Path.GetDirectoryName(form.Path) : null);
        try
        {
            folders.AsParallel().ForAll(places =>
            {
                foreach (var place in places)
                {
                    written[place] = Write(documents[place]);
                }
            });
        }
        catch (AggregateException troubles) when (troubles.InnerExceptions.OfType<StoppedException>().FirstOrDefault() is { } stopped)
        {
            throw new StoppedException(stopped.Answer);
        }

        return [.. written];
    }

    private WrittenDocument Write(ImportedDocument document) =>
        new(document, [.. document.Result.Files.Select(Written)])
        {
            Form = document.Result.Form is { } form ? Written(form) : null,
        };

    private WrittenFile Written(ImportedFile file) => new(file.Path, Write(file));

    private FileFate Write(ImportedFile file)
    {
        var fate = FileFate.Written;
        LocalFiles.Write(call, Path.Combine(folder, file.Path), path => fate = Write(path, file.Content));
        return fate;
    }

    private FileFate Write(string path, string content)
    {
        if (File.Exists(path))
        {
            if (File.ReadAllText(path) == content)
            {
                return FileFate.Same;
            }

            if (!replaces || _written.ContainsKey(path))
            {
                return FileFate.Kept;
            }
        }

        File.WriteAllText(path, content);
        _written[path] = true;
        return FileFate.Written;
    }
}

/// <summary>A document whose flow files were written, as far as they could be.</summary>
/// <param name="Document">The document.</param>
/// <param name="Files">Its flow files.</param>
internal sealed record WrittenDocument(ImportedDocument Document, ImmutableArray<WrittenFile> Files)
{
    /// <summary>The file that tells how the document puts what they say.</summary>
    public WrittenFile? Form { get; init; }

    /// <summary>All files.</summary>
    public ImmutableArray<WrittenFile> All => Form is null ? Files : [.. Files, Form];
}

/// <summary>A file.</summary>
/// <param name="Path">Its place below the folder, with forward slashes.</param>
/// <param name="Fate">What became of it.</param>
internal sealed record WrittenFile(string Path, FileFate Fate);

/// <summary>What became of a file.</summary>
internal enum FileFate
{
    /// <summary>It was written.</summary>
    Written,

    /// <summary>It stood there already, word for word.</summary>
    Same,

    /// <summary>Another file of that name stands there and was left alone.</summary>
    Kept,
}
