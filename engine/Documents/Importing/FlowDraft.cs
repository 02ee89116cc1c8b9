using System.Collections.Immutable;

namespace SesamTalk.Engine.Documents;

/// <summary>What a flow file is to say.</summary>
/// <param name="Name">The name of the flow.</param>
/// <param name="Heading">The heading of the section, word for word.</param>
/// <param name="Document">The title of the document.</param>
/// <param name="Source">One side.</param>
/// <param name="Target">The other side.</param>
internal sealed record FlowDraft(string Name, string Heading, string Document, ResolvedSide Source, ResolvedSide Target)
{
    /// <summary>The author's words about when records are made.</summary>
    public string? Description { get; init; }

    /// <summary>When it creates records.</summary>
    public DraftedCreate Create { get; init; }

    /// <summary>The source entities that <c>create: { on_reference: [...] }</c> names.</summary>
    public ImmutableArray<string> OnReference { get; init; } = [];

    /// <summary>The match rules: pairs of paths, alternatives.</summary>
    public ImmutableArray<(string Source, string Target)> Match { get; init; } = [];

    /// <summary>The property table.</summary>
    public ImmutableArray<RowDraft> Rows { get; init; } = [];
}
