using SesamTalk.Cli.Output;

namespace SesamTalk.Cli.Files;

/// <summary>A file that cannot be written: why, and what to do about it.</summary>
/// <param name="folder">The folder from which it is named to a person.</param>
/// <param name="path">The file, absolute.</param>
/// <param name="trouble">What the machine says.</param>
internal sealed class UnwritableFile(string folder, string path, Exception trouble)
{
    /// <summary>What to tell.</summary>
    public Answer Answer
    {
        get
        {
            var (why, cure) = Reason();
            return Answer.Failed(ExitCode.Usage, $"The file {Shown(path)} cannot be written: {why}.", cure);
        }
    }

    private (string Why, string Cure) Reason() =>
        Directory.Exists(path) ? ("a folder has that name", "Move the folder, or name another file.")
        : Obstacle() is { } file ? ($"{Shown(file)} is a file, not a folder", "Move that file, or name another folder.")
        : trouble is DirectoryNotFoundException ? ($"there is no folder {Shown(Path.GetDirectoryName(path)!)}", "Make the folder, or name another one.")
        : trouble is UnauthorizedAccessException ? ("this user may not", $"Give this user the right to write {(File.Exists(path) ? "the file and its folder" : $"in {Shown(Existing())}")}.")
        : (trouble.Message.TrimEnd('.'), "See whether the disk is full, or can only be read.");

    private string? Obstacle() => Above().FirstOrDefault(File.Exists);

    private string Existing() => Above().First(Directory.Exists);

    private IEnumerable<string> Above()
    {
        for (var above = Path.GetDirectoryName(path); above is not null; above = Path.GetDirectoryName(above))
        {
            yield return above;
        }
    }

    private string Shown(string it)
    {
        var relative = Path.GetRelativePath(folder, it).Replace('\\', '/');
        return relative.StartsWith("..", StringComparison.Ordinal) ? it : relative == "." ? "this folder" : relative;
    }
}
