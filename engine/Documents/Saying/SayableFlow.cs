using System.Collections.Immutable;

namespace SesamTalk.Engine.Documents;

/// <summary>What a data-flow document can say of a flow.</summary>
/// <param name="Name">The name of the flow.</param>
/// <param name="Source">One side.</param>
/// <param name="Target">The other side.</param>
internal sealed record SayableFlow(string Name, SayableSide Source, SayableSide Target)
{
    /// <summary>When a target record is made.</summary>
    public OpeningKind Opening { get; init; }

    /// <summary>The words for it, in <see cref="OpeningKind.InWords"/> only.</summary>
    public string Words { get; init; } = "";

    /// <summary>The source entities whose records must refer to a source record first; after <see cref="OpeningKind.Before"/> only.</summary>
    public ImmutableArray<string> OnReference { get; init; } = [];

    /// <summary>The match rules of one pair.</summary>
    public ImmutableArray<(string Source, string Target)> Rules { get; init; } = [];

    /// <summary>The rows.</summary>
    public ImmutableArray<SayableRow> Rows { get; init; } = [];
}

/// <summary>A side of a flow.</summary>
/// <param name="System">The name of the system.</param>
/// <param name="Entity">The name of the entity.</param>
internal readonly record struct SayableSide(string System, string Entity);

/// <summary>A row as a document writes it where nothing else is known.</summary>
/// <param name="Source">The source's cell.</param>
/// <param name="Target">The target's cell.</param>
/// <param name="DataType">The cell of the type.</param>
internal sealed record SayableRow(string Source, string Target, string DataType);
