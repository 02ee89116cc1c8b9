using System.Collections.Immutable;

namespace SesamTalk.Engine.Documents;

/// <summary>One section of a document: what becomes of one entity.</summary>
/// <param name="Source">System and entity that the heading names first, as one text.</param>
/// <param name="Target">System and entity that it names second; begins with a blank where the system has no name.</param>
/// <param name="Opening">The sentence that says when a target record is made.</param>
internal sealed record DocumentSection(string Source, string Target, Opening Opening)
{
    /// <summary>The line of the heading, from 1.</summary>
    public int Line { get; init; }

    /// <summary>The target's system as the head of the column of types names it, which tells where its entity begins.</summary>
    public string TargetSystem { get; init; } = "";

    /// <summary>Whether it has the two sentences about records that exist already.</summary>
    public bool MergesExisting { get; init; }

    /// <summary>The sentence that makes creating depend on other records, if there is one.</summary>
    public Connection? Connection { get; init; }

    /// <summary>The pairs by which records are recognised, or <see langword="null"/> where there is no such table.</summary>
    public ImmutableArray<MergeRow>? Merge { get; init; }

    /// <summary>The property table.</summary>
    public ImmutableArray<PropertyRow> Properties { get; init; } = [];

    /// <summary>The heading as it is written.</summary>
    public string Heading => $"{Source} to {Target}";
}
