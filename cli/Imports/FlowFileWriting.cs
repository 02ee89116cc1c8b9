using System.Collections.Immutable;
using SesamTalk.Engine.Documents;

namespace SesamTalk.Cli.Imports;

/// <summary>Writes imported flow files. What a person may have worked on is replaced only on demand.</summary>
/// <param name="folder">Where to write.</param>
/// <param name="replaces">Whether files that say something else are replaced.</param>
internal sealed class FlowFileWriting(string folder, bool replaces)
{
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);

    /// <summary>Writes the files of a document.</summary>
    public WrittenDocument Write(ImportedDocument document) =>
        new(document, [.. document.Result.Files.Select(Written)])
        {
            Form = document.Result.Form is { } form ? Written(form) : null,
        };

    private WrittenFile Written(ImportedFile file) => new(file.Path, Write(file));

    private FileFate Write(ImportedFile file)
    {
        var path = Path.Combine(folder, file.Path);
        if (File.Exists(path))
        {
            if (File.ReadAllText(path) == file.Content)
            {
                return FileFate.Same;
            }

            if (!replaces || _written.Contains(path))
            {
                return FileFate.Kept;
            }
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, file.Content);
        _written.Add(path);
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
