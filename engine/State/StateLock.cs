namespace SesamTalk.Engine.State;

/// <summary>Holds a state for one run (clause G5). The operating system lets go of it when the process ends, however it ends.</summary>
internal sealed class StateLock : IDisposable
{
    private const int HeldOnLinux = 11;
    private const int HeldOnMacOS = 35;
    private const int HeldOnWindows = unchecked((int)0x80070020);

    private readonly FileStream _file;

    private StateLock(FileStream file) => _file = file;

    /// <summary>Takes the state.</summary>
    /// <returns>The lock; none if another run holds the state.</returns>
    /// <exception cref="StateFailureException">There is no writing where the state is.</exception>
    public static StateLock? TryTake(string state)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(state))!);
            return new StateLock(new FileStream(state + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException trouble) when (trouble.HResult is HeldOnLinux or HeldOnMacOS or HeldOnWindows)
        {
            return null;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw StateFailureException.OfLock(state, trouble);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
