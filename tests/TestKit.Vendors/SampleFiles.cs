using System.Collections.Concurrent;

namespace SesamTalk.TestKit.Vendors;

/// <summary>The databases of stand-ins with the sample company, made once: a test begins with a copy.</summary>
internal static class SampleFiles
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<byte[]>>> Made = new(StringComparer.Ordinal);

    /// <summary>Puts the database of a system into a folder.</summary>
    /// <param name="system">The system.</param>
    /// <param name="folder">Where it goes.</param>
    /// <param name="make">Starts a stand-in in a folder and ends it.</param>
    public static async Task CopyAsync(string system, string folder, Func<string, Task> make)
    {
        var content = await Made.GetOrAdd(system, _ => new Lazy<Task<byte[]>>(() => MakeAsync(system, make))).Value;
        await File.WriteAllBytesAsync(Path.Combine(folder, system + ".db"), content);
    }

    private static async Task<byte[]> MakeAsync(string system, Func<string, Task> make)
    {
        using var folder = new TemporaryFolder();
        await make(folder.Path);
        return await File.ReadAllBytesAsync(folder[system + ".db"]);
    }
}
