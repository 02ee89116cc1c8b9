using System.Collections.Immutable;

namespace SesamTalk.Engine.Diagnostics;

/// <summary>Something that was found in a file of the workspace.</summary>
/// <param name="Code">Its code, <c>ST####</c>; there is a page for each under <c>docs/errors</c>.</param>
/// <param name="Severity">How grave it is.</param>
/// <param name="Place">Where it is.</param>
/// <param name="Message">What is wrong, in the author's words.</param>
public sealed record Diagnostic(string Code, Severity Severity, Place Place, string Message)
{
    /// <summary>A few words behind the caret, for example <c>did you mean 'SalesOrders'?</c>.</summary>
    public string? Label { get; init; }

    /// <summary>What was expected and how to mend it.</summary>
    public string? Help { get; init; }

    /// <summary>Other places that have to do with it.</summary>
    public ImmutableArray<RelatedPlace> Related { get; init; } = [];

    /// <summary>The text to put in the place instead, where there is one obvious cure.</summary>
    public string? SuggestedEdit { get; init; }

    /// <summary>Diagnostics as they are told: by file, line and column, then by code.</summary>
    internal static ImmutableArray<Diagnostic> InOrder(IEnumerable<Diagnostic> diagnostics) =>
    [
        .. diagnostics
            .OrderBy(it => it.Place.File, StringComparer.Ordinal)
            .ThenBy(it => it.Place.Line)
            .ThenBy(it => it.Place.Column)
            .ThenBy(it => it.Code, StringComparer.Ordinal),
    ];
}

/// <summary>Another place that has to do with a diagnostic.</summary>
/// <param name="Place">Where.</param>
/// <param name="Message">What is there.</param>
public sealed record RelatedPlace(Place Place, string Message);
