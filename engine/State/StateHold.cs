namespace SesamTalk.Engine.State;

/// <summary>Whether a run is under way on a state (clause G5).</summary>
public static class StateHold
{
    /// <summary>Sees to it that nothing is begun in vain: a run takes the state itself, when it begins.</summary>
    /// <param name="path">The file of the state.</param>
    /// <param name="clock">The time.</param>
    /// <exception cref="StateHeldException">A run is under way on it.</exception>
    /// <exception cref="StateFailureException">There is no writing where the state is.</exception>
    public static void DemandFree(string path, TimeProvider clock)
    {
        using var _ = StateLock.Take(path, clock);
    }
}
