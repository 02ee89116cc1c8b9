namespace SesamTalk.Engine.State;

/// <summary>What a run was for: every entry of the journal and every link names one.</summary>
public static class RunKinds
{
    /// <summary>It brought the systems into agreement.</summary>
    public const string Run = "run";

    /// <summary>It took an earlier run back (clause H2).</summary>
    public const string Undo = "undo";

    /// <summary>A person linked two records (clause I2b).</summary>
    public const string Link = "link";

    /// <summary>A person unlinked two records (clause I6).</summary>
    public const string Unlink = "unlink";

    /// <summary>A person decided a conflict (clause R4).</summary>
    public const string Resolve = "resolve";

    /// <summary>A person wants rejected records to be tried again (clause W4).</summary>
    public const string Retry = "retry";

    /// <summary>A person wants to hear no more of rejected records (clause W4).</summary>
    public const string Drop = "drop";
}
