using System.Collections.Immutable;
using SesamTalk.Engine.Flows.Reading;
using SesamTalk.Engine.Flows.Reading.Yaml;

namespace SesamTalk.Engine.Testing;

/// <summary>What must be there at the end of a test. What is not said of messages and conflicts is that there are none.</summary>
internal sealed record Expectation
{
    /// <summary>What is said of the source record; none where nothing is said of it.</summary>
    public TestRecord? Source { get; init; }

    /// <summary>What is said of the target record; none where nothing is said of it.</summary>
    public TestRecord? Target { get; init; }

    /// <summary>Whether the two records must be linked; none where that is not said.</summary>
    public Located<bool>? Linked { get; init; }

    /// <summary>The conflicts, each by a property.</summary>
    public ImmutableArray<ExpectedConflict> Conflicts { get; init; } = [];

    /// <summary>Parts of the messages of what was not accepted (clause W4).</summary>
    public ImmutableArray<Located<string>> Refused { get; init; } = [];

    /// <summary>Parts of the reasons why a record waits (clauses C4, R10).</summary>
    public ImmutableArray<Located<string>> Waits { get; init; } = [];

    /// <summary>Parts of the reasons why a record is in review (clause I4).</summary>
    public ImmutableArray<Located<string>> Review { get; init; } = [];

    /// <summary>What is written, where a key can be added; none for the short form.</summary>
    public MappingNode? Node { get; init; }

    /// <summary>What is said of a side.</summary>
    public TestRecord? Of(Mapping.Side side) => side == Mapping.Side.Source ? Source : Target;
}

/// <summary>A conflict that must be recorded.</summary>
/// <param name="Property">The property whose value won, or whose values wait for a person.</param>
/// <param name="Winner">Who won: <c>source</c>, <c>target</c>, or <c>review</c>.</param>
internal sealed record ExpectedConflict(Located<string> Property, Located<string> Winner);
