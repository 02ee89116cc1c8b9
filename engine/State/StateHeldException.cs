namespace SesamTalk.Engine.State;

/// <summary>Another run holds the state (clause G5).</summary>
/// <param name="holder">Who, and since when.</param>
public sealed class StateHeldException(string holder) : Exception($"Another run is under way on this state: {holder}.")
{
    /// <summary>What a person can do about it.</summary>
    public const string Cure = "Wait for it to end. Where it is 'run --watch', which begins again and again, stop that with Ctrl-C first.";

    /// <summary>Who holds it, and since when.</summary>
    public string Holder { get; } = holder;
}
