namespace SesamTalk.Engine.State;

/// <summary>Holds a state for one run (clause G5). The operating system lets go of it when the process ends, however it ends.</summary>
internal sealed class StateLock : IDisposable
{
    private const int HeldOnLinux = 11;
    private const int HeldOnMacOS = 35;
    private const int HeldOnWindows = unchecked((int)0x80070020);

    private readonly FileStream _file;
    private readonly string _state;

    private StateLock(FileStream file, string state) => (_file, _state) = (file, state);

    /// <summary>Takes the state.</summary>
    /// <param name="state">The file of the state.</param>
    /// <param name="clock">The time, which others are told.</param>
    /// <exception cref="StateHeldException">Somebody else holds it.</exception>
    /// <exception cref="StateFailureException">There is no writing where the state is.</exception>
    public static StateLock Take(string state, TimeProvider clock)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(state))!);
            var taken = new StateLock(new FileStream(state + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None), state);
            StateHolder.Note(state, clock.GetUtcNow());
            return taken;
        }
        catch (IOException trouble) when (trouble.HResult is HeldOnLinux or HeldOnMacOS or HeldOnWindows)
        {
            throw new StateHeldException(StateHolder.Of(state));
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw StateFailureException.OfLock(state, trouble);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        StateHolder.Clear(_state);
        _file.Dispose();
    }
}
