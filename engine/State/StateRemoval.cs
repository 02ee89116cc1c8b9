namespace SesamTalk.Engine.State;

/// <summary>Takes a state away. What is lost is a new baseline for the next run, never a delete in a system (clause G4).</summary>
public static class StateRemoval
{
    private static readonly string[] Companions = ["-wal", "-shm", "-journal"];

    /// <summary>Removes a state and what SQLite keeps beside it.</summary>
    /// <param name="path">The file of the state.</param>
    /// <param name="clock">The time.</param>
    /// <param name="meanwhile">Is done while no run can begin.</param>
    /// <returns>Whether there was a state.</returns>
    /// <exception cref="StateHeldException">A run is under way on it (clause G5).</exception>
    public static bool Remove(string path, TimeProvider clock, Action meanwhile)
    {
        using var held = StateLock.Take(path, clock);
        var existed = File.Exists(path);
        File.Delete(path);
        foreach (var companion in Companions)
        {
            File.Delete(path + companion);
        }

        meanwhile();
        return existed;
    }
}
