using System.Collections.Immutable;

namespace SesamTalk.Engine.Documents;

/// <summary>
/// How a document puts what its flows say: the order of its sections, what it calls systems and entities, odd spellings, and the
/// little that a flow cannot hold. It makes no difference to any run.
/// </summary>
/// <param name="Title">The title of the document, by which flows name it.</param>
/// <param name="Sections">Its sections, in order.</param>
internal sealed record DocumentForm(string Title, ImmutableArray<SectionForm> Sections)
{
    /// <summary>How it is laid out.</summary>
    public DocumentLayout Layout { get; init; } = DocumentLayout.Usual;
}

/// <summary>How a section puts what its flow says.</summary>
/// <param name="Flow">The name of the flow.</param>
/// <param name="Source">System and entity that the heading names first, as one text.</param>
/// <param name="Target">System and entity that it names second.</param>
/// <param name="System">The target's system as the head of the column of types names it.</param>
internal sealed record SectionForm(string Flow, string Source, string Target, string System)
{
    /// <summary>Whether the two sentences about records that exist already are there; none where the match rules tell.</summary>
    public bool? MatchSentences { get; init; }

    /// <summary>What the sentence about other records calls the entities; empty where that is their names.</summary>
    public ImmutableArray<string> Connected { get; init; } = [];

    /// <summary>The system that this sentence names; none where it is that of the title.</summary>
    public string? Into { get; init; }

    /// <summary>The table of merging properties, cell by cell; none where it is that of the match rules.</summary>
    public ImmutableArray<(string Source, string Target)>? Merge { get; init; }

    /// <summary>Rows that are not written as one would expect of the flow.</summary>
    public ImmutableArray<RowForm> Rows { get; init; } = [];
}

/// <summary>A row that is not written as one would expect of the flow.</summary>
/// <param name="Says">What one would expect.</param>
/// <param name="Writes">What stands there.</param>
internal sealed record RowForm(SayableRow Says, SayableRow Writes);
