using System.Collections.Immutable;

namespace SesamTalk.Engine.Flows;

/// <summary>How a set of flows is to be read.</summary>
public sealed record FlowSetOptions
{
    /// <summary>The profile; <see langword="null"/> for the one that <c>systems.yaml</c> names.</summary>
    public string? Profile { get; init; }

    /// <summary>
    /// Files and folders whose flows are to be reported on; empty for all. The whole workspace is read all the same, because flows
    /// are held against each other. A flow file outside the workspace is read with it. Of a page of
    /// Markdown (<c>.md</c>) the files are checked that it shows.
    /// </summary>
    public ImmutableArray<string> Paths { get; init; } = [];

    /// <summary>
    /// Whether <c>${env:...}</c> and <c>${secret:...}</c> are resolved. A check leaves them as they stand, and needs no credentials.
    /// </summary>
    public bool ResolvesReferences { get; init; }

    /// <summary>Whether the tests of flows are read and checked as well. What is wrong with a test never keeps a set from being run.</summary>
    public bool ReadsTests { get; init; }

    /// <summary>Whether the files that tell how data-flow documents are put are checked as well. No run and no test reads them.</summary>
    public bool ChecksDocuments { get; init; }

    /// <summary>Where environment variables come from.</summary>
    public Func<string, string?> Environment { get; init; } = System.Environment.GetEnvironmentVariable;
}
