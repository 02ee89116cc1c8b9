using System.Collections.Immutable;
using System.Text;
using SesamTalk.Cli.Files;

namespace SesamTalk.Cli.NewWorkspaces;

/// <summary>Writes files that are not there yet: all of them, or none.</summary>
internal static class NewFiles
{
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>What stands where files are to be made, or where a folder of theirs is: paths below the folder, in their order.</summary>
    public static ImmutableArray<string> InTheWay(string folder, IEnumerable<string> paths) =>
        [.. paths.Select(path => Obstacle(folder, path)).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>Writes the files. One that appeared meanwhile is not replaced either.</summary>
    /// <exception cref="StoppedException">A file cannot be written, or stands there already.</exception>
    public static void Write(Call call, string folder, IEnumerable<NewFile> files)
    {
        foreach (var file in files)
        {
            LocalFiles.Write(call, Path.Combine(folder, file.Path), path => Write(path, file.Content));
        }
    }

    private static void Write(string path, string content)
    {
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        stream.Write(Encoding.GetBytes(content));
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
