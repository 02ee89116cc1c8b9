using System.Collections.Immutable;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Engine.Portraits;

/// <summary>A flow after defaults, as a person is told of it; also where names in it are not known.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Source">One side.</param>
/// <param name="Target">The other side.</param>
/// <param name="File">The file that says it.</param>
public sealed record FlowPortrait(string Name, SidePortrait Source, SidePortrait Target, string File)
{
    /// <summary>The title of the data-flow document that it belongs to.</summary>
    public string? Document { get; init; }

    /// <summary>What a person should know.</summary>
    public string? Description { get; init; }

    /// <summary>Labels for selectors.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>Which side's records get a counterpart made (clause C1).</summary>
    public CreatePolicy Create { get; init; }

    /// <summary>What is created on each side, and for whom, a sentence each.</summary>
    public ImmutableArray<string> Creates { get; init; } = [];

    /// <summary>The match rules: alternatives (clause I3).</summary>
    public ImmutableArray<MatchPortrait> Match { get; init; } = [];

    /// <summary>What is done with the counterpart of a record that is gone (clause D1).</summary>
    public DeleteKind Delete { get; init; }

    /// <summary>The same as a sentence.</summary>
    public string Deletes { get; init; } = string.Empty;

    /// <summary>Who wins where both sides were edited (clause R4).</summary>
    public ConflictPolicy Conflict { get; init; }

    /// <summary>How much one run may write (clause G1).</summary>
    public FlowLimits Limits { get; init; } = FlowLimits.Default;

    /// <summary>The property table.</summary>
    public ImmutableArray<RowPortrait> Rows { get; init; } = [];

    /// <summary>What of the properties and entities in it cannot be written, and why.</summary>
    public ImmutableArray<UnwritablePortrait> Unwritable { get; init; } = [];
}
