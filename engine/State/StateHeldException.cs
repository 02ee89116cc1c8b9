namespace SesamTalk.Engine.State;

/// <summary>Another run holds the state (clause G5).</summary>
/// <param name="holder">Who, and since when.</param>
public sealed class StateHeldException(string holder) : Exception($"Another run is under way on this state: {holder}. Wait for it to end.")
{
    /// <summary>Who holds it, and since when.</summary>
    public string Holder { get; } = holder;
}
