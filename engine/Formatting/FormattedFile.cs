using System.Collections.Immutable;
using SesamTalk.Engine.Diagnostics;

namespace SesamTalk.Engine.Formatting;

/// <summary>A file, and what it is in canonical layout.</summary>
/// <param name="Path">The file.</param>
/// <param name="Source">What it holds; an empty text where it cannot be read.</param>
/// <param name="Text">Its canonical text, with line feeds; <see langword="null"/> where it has none, and is to be left as it is.</param>
public sealed record FormattedFile(string Path, SourceText Source, string? Text)
{
    /// <summary>Why it has none; where there are no faults either, it could not be laid out without changing what it says.</summary>
    public ImmutableArray<Diagnostic> Faults { get; init; } = [];

    /// <summary>Whether it is in another layout.</summary>
    public bool Differs => Text is { } text && text != Source.Text;
}
