using System.Collections.Immutable;

namespace SesamTalk.Connectors.Rest.Reading;

/// <summary>A log of deletes, as it was read from a place on.</summary>
/// <param name="Since">The place; <see langword="null"/> for the beginning.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Next">Where the next read begins.</param>
internal sealed record DeleteLog(CursorPlace? Since, ImmutableArray<DeletedRow> Rows, CursorPlace? Next)
{
    /// <summary>Whether it holds all that came after a place.</summary>
    public bool Covers(CursorPlace? since) => Since is not { } start || (since is { } place && start.CompareTo(place) <= 0);

    /// <summary>The keys of records of some types that it names from a place on.</summary>
    // What stands just at the place is told again: a log of instants may have got more of them since.
    public IEnumerable<string> Keys(CursorPlace? since, ImmutableArray<string> types) => Rows
        .Where(row => (row.Type is null || types.Contains(row.Type)) && (since is not { } start || row.Place is not { } place || place.CompareTo(start) >= 0))
        .Select(row => row.Key);
}
