using System.Collections.Immutable;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Flows.Reading;
using SesamTalk.Engine.Flows.Reading.Views;
using SesamTalk.Engine.Testing;

namespace SesamTalk.Engine.Flows;

/// <summary>What came of reading a set of flows.</summary>
/// <param name="Set">The set; <see langword="null"/> where anything in it is an error.</param>
/// <param name="Diagnostics">All that was found in all files, by file, line and column.</param>
/// <param name="Sources">The files that were read, by the name under which diagnostics show them.</param>
public sealed record FlowSetReading(
    FlowSet? Set,
    ImmutableArray<Diagnostic> Diagnostics,
    ImmutableDictionary<string, SourceText> Sources)
{
    /// <summary>The workspace, also where flows have errors; <see langword="null"/> only where <c>systems.yaml</c> cannot be understood.</summary>
    public Workspace? Workspace { get; init; }

    /// <summary>The flows whose shape was accepted, in the ordinal order of their names.</summary>
    public ImmutableArray<FlowOutline> Flows { get; init; } = [];

    /// <summary>Whether every flow file is among the flows: none has a shape that was not accepted.</summary>
    public bool IsComplete => View is { IsComplete: true };

    /// <summary>The flows with their names looked up, also in a set that has errors; <see langword="null"/> only where <c>systems.yaml</c> cannot be understood.</summary>
    internal SetView? View { get; init; }

    /// <summary>The tests of flows, in the ordinal order of their files; none where they were not asked for.</summary>
    public ImmutableArray<FlowTestFile> Tests { get; init; } = [];

    /// <summary>The files that are reported on: all that were read but for the flows that were not asked for, in ordinal order.</summary>
    public ImmutableArray<string> Files { get; init; } = [];

    /// <summary>The files that each file refers to; empty where <c>systems.yaml</c> cannot be understood.</summary>
    public ImmutableDictionary<string, ImmutableHashSet<string>> Uses { get; init; } = ImmutableDictionary<string, ImmutableHashSet<string>>.Empty;

    /// <summary>
    /// The same flows with the references of their systems resolved in another environment, such as one in which it is known where a system
    /// listens. No file is read again but those of secrets, and flows are not checked again.
    /// </summary>
    /// <param name="environment">Where environment variables come from.</param>
    public FlowSetReading In(Func<string, string?> environment) => Rebinding?.Of(this, environment) ?? this;

    /// <summary>How systems are looked up again; <see langword="null"/> where there is no set, or no references are resolved.</summary>
    internal Rebinding? Rebinding { get; init; }

    /// <summary>A diagnostic as text, with an excerpt of its file.</summary>
    public string Render(Diagnostic diagnostic) => DiagnosticText.Render(diagnostic, Sources.GetValueOrDefault(diagnostic.Place.File));
}
