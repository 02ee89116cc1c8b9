using System.Collections.Immutable;

namespace SesamTalk.Engine.Documents;

/// <summary>What a row of a flow file is to say.</summary>
/// <param name="Source">The path on the source side.</param>
/// <param name="Target">The path on the target side.</param>
/// <param name="Type">The type, where it is known.</param>
internal sealed record RowDraft(string Source, string Target, string? Type)
{
    /// <summary>What a reference refers to on each side, where it is known.</summary>
    public (string Source, string Target)? Of { get; init; }

    /// <summary>The text that the conversion takes out, where there is one.</summary>
    public string? Removes { get; init; }

    /// <summary>Conditions on the source, alternatives.</summary>
    public ImmutableArray<Clause> SourceConditions { get; init; } = [];

    /// <summary>Conditions on the target, alternatives.</summary>
    public ImmutableArray<Clause> TargetConditions { get; init; } = [];

    /// <summary>What the document says and the flow cannot, word for word.</summary>
    public string? Kept { get; init; }
}
