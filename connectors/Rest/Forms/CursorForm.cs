using SesamTalk.Connectors.Rest.Values;

namespace SesamTalk.Connectors.Rest.Forms;

/// <summary>By what a system tells what changed.</summary>
/// <param name="Property">The property of a record that moves with each change.</param>
/// <param name="IsTime">Whether it is an instant; else it is a whole number, such as a row version.</param>
internal sealed record CursorForm(string Property, bool IsTime)
{
    /// <summary>How instants are written in requests.</summary>
    public ValueForm Form { get; init; } = new();

    /// <summary>The step to which an instant is cut before it is written, in ticks.</summary>
    public long StepTicks { get; init; } = 1;

    /// <summary>Whether the system gives only what is later than the cursor, and not what is just there.</summary>
    public bool IsExclusive { get; init; }

    /// <summary>How long after the instant that it carries a record may still be saved.</summary>
    public TimeSpan Overlap { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>What stands for the cursor where there is none yet.</summary>
    public string Start { get; init; } = string.Empty;
}
