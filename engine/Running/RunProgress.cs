namespace SesamTalk.Engine.Running;

/// <summary>Where a run stands: told often, for a live line.</summary>
/// <param name="Stage">What it does.</param>
/// <param name="Subject">For whom: <c>system/entity</c> while observing and writing, the flow's name else.</param>
/// <param name="Done">How many records so far, in this stage and for this subject.</param>
/// <param name="WaitingFor">What it waits for, if it waits.</param>
public sealed record RunProgress(RunStage Stage, string Subject, long Done, string? WaitingFor = null);

/// <summary>The stages of a run, in the order in which data passes them.</summary>
public enum RunStage
{
    /// <summary>Reading and comparing with the mirror.</summary>
    Observing,

    /// <summary>Finding counterparts.</summary>
    Linking,

    /// <summary>Making counterparts.</summary>
    Creating,

    /// <summary>Deciding what changes.</summary>
    Reconciling,

    /// <summary>Writing changes.</summary>
    Writing,
}
