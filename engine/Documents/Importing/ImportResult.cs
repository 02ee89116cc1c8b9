using System.Collections.Immutable;
using SesamTalk.Engine.Diagnostics;

namespace SesamTalk.Engine.Documents;

/// <summary>What came of importing one document.</summary>
/// <param name="Document">The document's name, as a person sees it.</param>
/// <param name="Title">Its title, or <see langword="null"/> where it does not keep to the grammar.</param>
public sealed record ImportResult(string Document, string? Title)
{
    /// <summary>The flow files; none where there are diagnostics.</summary>
    public ImmutableArray<ImportedFile> Files { get; init; } = [];

    /// <summary>The file that tells how the document puts what its flows say, so that it can be written again; none where there are diagnostics.</summary>
    public ImportedFile? Form { get; init; }

    /// <summary>Sections that say the same as one before them, and so were taken once.</summary>
    public ImmutableArray<RepeatedSection> Repeated { get; init; } = [];

    /// <summary>What the flows cannot say, or leave open.</summary>
    public ImmutableArray<ImportNote> Notes { get; init; } = [];

    /// <summary>Cells that stand in the flows word for word, since they are not understood, or not wholly.</summary>
    public ImmutableArray<ImportNote> Kept { get; init; } = [];

    /// <summary>What <c>systems.yaml</c> lacks for these flows.</summary>
    public ImmutableArray<SystemAddition> Additions { get; init; } = [];

    /// <summary>What does not keep to the grammar; nothing is written where there is any.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];
}

/// <summary>A flow file.</summary>
/// <param name="Path">Its place below the folder of the flows, with forward slashes.</param>
/// <param name="Content">The file, with line feeds.</param>
public sealed record ImportedFile(string Path, string Content);

/// <summary>Something to know about a line of a document.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Message">What to know, or the cell word for word.</param>
public sealed record ImportNote(int Line, string Message);

/// <summary>A section that says the same as one before it.</summary>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Heading">Its heading.</param>
/// <param name="FirstLine">The line of the section that was taken.</param>
public sealed record RepeatedSection(int Line, string Heading, int FirstLine);
