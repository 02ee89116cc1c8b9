namespace SesamTalk.Engine.Deciding;

/// <summary>What became of a person's decision.</summary>
/// <param name="Result">Whether it holds.</param>
/// <param name="Message">What was done, or why nothing was.</param>
/// <param name="Next">What to do next.</param>
public sealed record DecisionOutcome(DecisionResult Result, string Message, string? Next)
{
    internal static DecisionOutcome Done(string message, string next) => new(DecisionResult.Done, message, next);

    internal static DecisionOutcome NotFound(string message, string next) => new(DecisionResult.NotFound, message, next);

    internal static DecisionOutcome Refused(string message, string? next) => new(DecisionResult.Refused, message, next);
}

/// <summary>Whether a decision holds.</summary>
public enum DecisionResult
{
    /// <summary>It holds, and is on disk.</summary>
    Done,

    /// <summary>There is nothing of that name.</summary>
    NotFound,

    /// <summary>It would break what always holds; nothing was changed.</summary>
    Refused,
}

/// <summary>A side of a flow, as a person names it.</summary>
public enum TakenSide
{
    /// <summary>The source's value.</summary>
    Source,

    /// <summary>The target's value.</summary>
    Target,
}
