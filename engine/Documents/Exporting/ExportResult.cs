using System.Collections.Immutable;
using SesamTalk.Engine.Diagnostics;

namespace SesamTalk.Engine.Documents;

/// <summary>What came of writing the documents of a workspace.</summary>
/// <param name="Documents">The documents, in the ordinal order of their titles; none where there are diagnostics.</param>
/// <param name="Diagnostics">What is wrong in the files that say how documents are put.</param>
/// <param name="Texts">These files, by the name under which diagnostics show them.</param>
public sealed record ExportResult(
    ImmutableArray<ExportedDocument> Documents,
    ImmutableArray<Diagnostic> Diagnostics,
    ImmutableDictionary<string, SourceText> Texts)
{
    /// <summary>What these files say in vain: sections whose flows are gone, a second file for one document.</summary>
    public ImmutableArray<Diagnostic> Unused { get; init; } = [];
}

/// <summary>A document that was written.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Name">The name for its file and its folder, without an ending.</param>
/// <param name="Text">The document.</param>
public sealed record ExportedDocument(string Title, string Name, string Text)
{
    /// <summary>The flows that it tells of, in the order of its sections.</summary>
    public ImmutableArray<string> Flows { get; init; } = [];

    /// <summary>What its flows say and the document cannot.</summary>
    public ImmutableArray<ExportNote> Notes { get; init; } = [];
}

/// <summary>What a flow says and a document cannot.</summary>
/// <param name="Flow">The flow.</param>
/// <param name="Unsaid">Each thing in a few words.</param>
public sealed record ExportNote(string Flow, ImmutableArray<string> Unsaid);
