namespace SesamTalk.Engine.State;

/// <summary>Holds a state for one run (clause G5). The operating system lets go of it when the process ends, however it ends.</summary>
internal sealed class StateLock : IDisposable
{
    private readonly FileStream _file;

    private StateLock(FileStream file) => _file = file;

    /// <summary>Takes the state.</summary>
    /// <returns>The lock; none if another run holds the state.</returns>
    public static StateLock? TryTake(string state)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(state))!);
        try
        {
            return new StateLock(new FileStream(state + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
