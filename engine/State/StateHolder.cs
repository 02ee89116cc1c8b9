using System.Diagnostics;
using System.Globalization;

namespace SesamTalk.Engine.State;

/// <summary>
/// Who holds a state, in a file beside it: written by who has just taken the lock, and taken away before it lets go. What somebody who was
/// killed has left there is not believed.
/// </summary>
internal static class StateHolder
{
    private const string Unknown = "a run that is just starting";

    /// <summary>This process holds the state from now on.</summary>
    public static void Note(string state, DateTimeOffset now) => Try(() => File.WriteAllLines(
        PathOf(state),
        [Environment.ProcessId.ToString(CultureInfo.InvariantCulture), Environment.MachineName, now.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)]));

    /// <summary>This process lets go of the state.</summary>
    public static void Clear(string state) => Try(() => File.Delete(PathOf(state)));

    /// <summary>Who holds it, in words.</summary>
    public static string Of(string state)
    {
        string[] lines = [];
        Try(() => lines = ReadShared(PathOf(state)));
        return lines is [var process, var machine, var since] && IsAlive(process, machine) ? $"process {process} on {machine}, since {since} UTC" : Unknown;
    }

    private static string PathOf(string state) => state + ".holder";

    // Of another machine, which shares the folder, nothing more can be known here.
    private static bool IsAlive(string process, string machine)
    {
        if (machine != Environment.MachineName)
        {
            return true;
        }

        try
        {
            using var found = Process.GetProcessById(int.Parse(process, CultureInfo.InvariantCulture));
            return !found.HasExited;
        }
        catch (Exception trouble) when (trouble is ArgumentException or FormatException or OverflowException or InvalidOperationException)
        {
            return false;
        }
    }

    private static string[] ReadShared(string path)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    // It is a courtesy: on a full disk, or where two meet in it, the lock alone counts.
    private static void Try(Action act)
    {
        try
        {
            act();
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
        }
    }
}
