namespace SesamTalk.Conformance.Suites;

/// <summary>What may go wrong in a system as a whole, by how one recovers from it (clauses C3, O5, W4).</summary>
public enum TroubleKind
{
    /// <summary>It asks to wait.</summary>
    Busy,

    /// <summary>It does not work.</summary>
    Unavailable,

    /// <summary>A right or something else that a person has to see to is missing.</summary>
    Refused,

    /// <summary>What it shows comes only in part.</summary>
    BreaksOff,

    /// <summary>The connection is cut before the next write has its effect.</summary>
    AnswerLostBeforeEffect,

    /// <summary>The connection is cut after the next write had its effect.</summary>
    AnswerLostAfterEffect,
}
