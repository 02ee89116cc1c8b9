namespace SesamTalk.Engine.State;

/// <summary>How a link stands.</summary>
internal enum LinkState
{
    /// <summary>It holds: its rows are reconciled.</summary>
    Held = 0,

    /// <summary>It has ended, because one of its records is gone: its tombstone stays (clause D4).</summary>
    Ended = 1,

    /// <summary>One of its records is gone and is to be made again from the other (clause D3).</summary>
    Renewing = 2,
}
