namespace SesamTalk.Connectors.Memory.Faults;

/// <summary>When the answer to a write is lost.</summary>
public enum LostAnswer
{
    /// <summary>Before the write had its effect.</summary>
    BeforeEffect,

    /// <summary>After it.</summary>
    AfterEffect,
}
