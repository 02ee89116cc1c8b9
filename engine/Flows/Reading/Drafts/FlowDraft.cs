using System.Collections.Immutable;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Flows.Reading.Yaml;

namespace SesamTalk.Engine.Flows.Reading.Drafts;

/// <summary>A flow as its author wrote it: names are not looked up yet, and everything knows its place.</summary>
/// <param name="Name">The name, from the file.</param>
/// <param name="Place">The line of the file that names its source.</param>
/// <param name="Source">One side.</param>
/// <param name="Target">The other side.</param>
internal sealed record FlowDraft(string Name, Place Place, SideDraft Source, SideDraft Target)
{
    public Located<string>? StatedName { get; init; }

    public string? Document { get; init; }

    public string? Description { get; init; }

    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>What the author wrote under <c>create</c>; the place is that of <c>source</c> where nothing is written.</summary>
    public required Located<CreatePolicy> Create { get; init; }

    /// <summary>Whether <c>create</c> is written at all.</summary>
    public bool StatesCreate { get; init; }

    public ImmutableArray<MatchRuleDraft> Match { get; init; } = [];

    public bool AcceptsDuplicates { get; init; }

    public ImmutableArray<RowDraft> Rows { get; init; } = [];

    public ConditionDraft? CreateWhen { get; init; }

    public ImmutableArray<Located<string>> CreateOnReference { get; init; } = [];

    public DeleteKind Delete { get; init; }

    /// <summary>The place of what is written under <c>delete</c>; that of <c>source</c> where nothing is.</summary>
    public Place DeletePlace { get; init; }

    public ImmutableArray<ArchivedValueDraft> Archive { get; init; } = [];

    public Located<ConflictPolicy>? Conflict { get; init; }

    public FlowLimits Limits { get; init; } = FlowLimits.Default;
}

/// <summary>A side as written.</summary>
internal sealed record SideDraft(Located<string> System, Located<string> Entity);

/// <summary>A match rule as written.</summary>
internal sealed record MatchRuleDraft(ImmutableArray<MatchPairDraft> Pairs, ImmutableArray<string> Except, Place Place);

/// <summary>A pair of a match rule as written.</summary>
internal sealed record MatchPairDraft(Located<string> Source, Located<string> Target);

/// <summary>A row as written.</summary>
internal sealed record RowDraft(Located<string> Source, Located<string> Target, Place Place)
{
    public Located<PropertyType>? Type { get; init; }

    public OfDraft? Of { get; init; }

    public ImmutableArray<ConversionDraft> Conversions { get; init; } = [];

    /// <summary>The conversions on one line.</summary>
    public string ConversionText { get; init; } = string.Empty;

    public Located<Direction>? Direction { get; init; }

    public bool Sensitive { get; init; }

    public Located<ConflictPolicy>? Conflict { get; init; }

    public Located<ConflictPolicy>? OnLink { get; init; }

    public bool Enforce { get; init; }

    public ConditionDraft? When { get; init; }

    public ElementsDraft? Each { get; init; }

    public string? Note { get; init; }
}

/// <summary>A condition as written: alternatives a side, each of tests that all hold.</summary>
internal sealed record ConditionDraft(
    ImmutableArray<ImmutableArray<PropertyTestDraft>> Source, ImmutableArray<ImmutableArray<PropertyTestDraft>> Target, Place Place);

/// <summary>A test of a property as written.</summary>
internal sealed record PropertyTestDraft(Located<string> Path, ImmutableArray<string> Values, bool IsNegated);

/// <summary>A value for archived records as written.</summary>
internal sealed record ArchivedValueDraft(bool IsTarget, Located<string> Path, Located<string> Value);

/// <summary>How elements correspond, as written.</summary>
internal sealed record ElementsDraft(ImmutableArray<MatchPairDraft> Key, ImmutableArray<RowDraft> Rows)
{
    /// <summary>Where <c>each</c> stands.</summary>
    public required Place Place { get; init; }
}

/// <summary>What a reference refers to, as written.</summary>
internal sealed record OfDraft(Located<string> Source, Located<string> Target, Place Place);

/// <summary>A conversion as written: its name and what stands under it.</summary>
internal sealed record ConversionDraft(Located<string> Name, SourceNode? Argument);
