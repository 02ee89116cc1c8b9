namespace SesamTalk.Engine.State;

/// <summary>The two moments of a durable step between which a kill makes a difference (clause T4).</summary>
internal enum DurableStep
{
    /// <summary>All that it covers is done, and nothing of it is on disk.</summary>
    Begins,

    /// <summary>It is on disk.</summary>
    IsDone,
}
