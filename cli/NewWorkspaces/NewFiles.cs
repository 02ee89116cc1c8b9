using System.Collections.Immutable;
using System.Text;

namespace SesamTalk.Cli.NewWorkspaces;

/// <summary>Writes files that are not there yet: all of them, or none.</summary>
internal static class NewFiles
{
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>What stands where files are to be made, or where a folder of theirs is: paths below the folder, in their order.</summary>
    public static ImmutableArray<string> InTheWay(string folder, IEnumerable<string> paths) =>
        [.. paths.Select(path => Obstacle(folder, path)).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>Writes the files. One that appeared meanwhile is not replaced either.</summary>
    /// <exception cref="IOException">A file cannot be written, or stands there already.</exception>
    public static void Write(string folder, IEnumerable<NewFile> files)
    {
        foreach (var file in files)
        {
            var path = Path.Combine(folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            stream.Write(Encoding.GetBytes(file.Content));
        }
    }

    private static string? Obstacle(string folder, string path)
    {
        for (var above = Path.GetDirectoryName(path); !string.IsNullOrEmpty(above); above = Path.GetDirectoryName(above))
        {
            if (File.Exists(Path.Combine(folder, above)))
            {
                return above.Replace('\\', '/');
            }
        }

        return Path.Exists(Path.Combine(folder, path)) ? path : null;
    }
}
