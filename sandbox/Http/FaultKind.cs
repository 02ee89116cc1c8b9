namespace SesamTalk.Sandbox.Http;

/// <summary>What goes wrong with a call.</summary>
public enum FaultKind
{
    /// <summary>The call is answered with the status and text of the fault, and has no effect.</summary>
    Status,

    /// <summary>The call is answered as ever, after the fault's delay by the stand-in's clock.</summary>
    Slow,

    /// <summary>The connection is cut, and the call has no effect.</summary>
    CutBefore,

    /// <summary>The call has its effect, and the connection is cut in place of the answer.</summary>
    CutAfter,

    /// <summary>The call has its effect, and half of the answer's body arrives.</summary>
    Truncated,
}
