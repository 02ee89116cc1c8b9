using SesamTalk.Cli.Output;

namespace SesamTalk.Cli.Files;

/// <summary>
/// The files that commands write on this machine. One that cannot be written is wrong usage, and no system that is out of reach: the user
/// named it, or it lies in the workspace.
/// </summary>
internal static class LocalFiles
{
    /// <summary>Writes a file, in a folder that is made where there is none.</summary>
    /// <param name="call">For whom; the file is named from the folder of the call.</param>
    /// <param name="path">The file, absolute.</param>
    /// <param name="write">Writes it.</param>
    /// <exception cref="StoppedException">It cannot be written.</exception>
    public static void Write(Call call, string path, Action<string> write)
    {
        if (TryWrite(call, path, write) is { } answer)
        {
            throw new StoppedException(answer);
        }
    }

    /// <summary>Writes a file, in a folder that is made where there is none.</summary>
    /// <param name="call">For whom; the file is named from the folder of the call.</param>
    /// <param name="path">The file, absolute.</param>
    /// <param name="write">Writes it.</param>
    /// <returns>Why it cannot be written; <see langword="null"/> where it was.</returns>
    public static Answer? TryWrite(Call call, string path, Action<string> write)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            write(path);
            return null;
        }
        catch (Exception trouble) when (IsTrouble(trouble))
        {
            return new UnwritableFile(call.Surroundings.Folder, path, trouble).Answer;
        }
    }

    /// <summary>Whether an exception says that a file cannot be written.</summary>
    public static bool IsTrouble(Exception trouble) => trouble is IOException or UnauthorizedAccessException;
}
