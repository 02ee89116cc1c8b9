using System.Collections.Immutable;

namespace SesamTalk.Engine.Documents;

/// <summary>A data-flow document: what one system's entities become in another.</summary>
/// <param name="Source">The system that the title names first.</param>
/// <param name="Target">The system that it names second; empty in documents that leave it out.</param>
/// <param name="Generated">When it was made; documents do not say in which time zone.</param>
/// <param name="Sections">Its sections, in order.</param>
internal sealed record DataFlowDocument(string Source, string Target, DateTime Generated, ImmutableArray<DocumentSection> Sections)
{
    /// <summary>The title without its last word.</summary>
    public string Title => $"{Source} to {Target}";
}
