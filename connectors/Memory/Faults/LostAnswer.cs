namespace SesamTalk.Connectors.Memory.Faults;

/// <summary>When the answer to a write is lost.</summary>
public enum LostAnswer
{
    /// <summary>Before the write had its effect.</summary>
    BeforeEffect,

    /// <summary>When the first half of the batch, rounded up, had its effect.</summary>
    HalfWay,

    /// <summary>After it.</summary>
    AfterEffect,
}
