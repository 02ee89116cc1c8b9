using SesamTalk.Connectors.Systems;

namespace SesamTalk.Connectors.Rest.Keeping;

/// <summary>
/// Lets one at a time, of all processes of the machine, do something. The operating system lets go when the process ends, however it
/// ends; the file itself stays, because deleting it could let in two.
/// </summary>
internal static class FileGuard
{
    private const int HeldOnLinux = 11;
    private const int HeldOnMacOS = 35;
    private const int HeldOnWindows = unchecked((int)0x80070020);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>Waits until nobody else holds it, and takes it.</summary>
    /// <exception cref="SystemBusyException">Another process held it too long.</exception>
    public static async Task<IDisposable> TakeAsync(string path, TimeProvider clock, CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        while (true)
        {
            if (TryTake(path) is { } held)
                return held;
            if (clock.GetElapsedTime(start) > Longest)
                throw new SystemBusyException($"another process holds {path}", TimeSpan.FromSeconds(10));
            await Task.Delay(Pause, clock, cancellationToken);
        }
    }

    private static FileStream? TryTake(string path)
    {
        try
        {
            OwnerOnly.MakeFolder(Path.GetDirectoryName(path)!);
            return OwnerOnly.OpenAlone(path);
        }
        catch (IOException trouble) when (trouble.HResult is HeldOnLinux or HeldOnMacOS or HeldOnWindows)
        {
            return null;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new SystemRefusedException(
                $"the file {path} cannot be used: {trouble.Message}", "Give the one who runs this the right to read and write the folder.", trouble);
        }
    }
}
