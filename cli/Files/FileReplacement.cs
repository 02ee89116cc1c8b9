using System.Text;

namespace SesamTalk.Cli.Files;

/// <summary>Replaces what a file holds, at once: whoever reads it sees the old content or the new one, and a crash leaves one of both.</summary>
internal static class FileReplacement
{
    private const string NewEnd = ".new~";
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes a file. A link stays a link: what it leads to is replaced. Rights stay as they are.</summary>
    /// <param name="path">The file; it need not be there.</param>
    /// <param name="text">What it is to hold.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It, or what is in its folder, may not be written.</exception>
    public static void Write(string path, string text)
    {
        var target = File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path : path;
        var next = target + NewEnd;
        RefuseReadOnly(target);
        try
        {
            File.WriteAllText(next, text, Encoding);
            if (!OperatingSystem.IsWindows() && File.Exists(target))
            {
                File.SetUnixFileMode(next, File.GetUnixFileMode(target));
            }

            File.Move(next, target, overwrite: true);
        }
        catch
        {
            File.Delete(next);
            throw;
        }
    }

    // Who may write to the folder could replace it all the same, but somebody has said that it is to stay.
    private static void RefuseReadOnly(string target)
    {
        if (File.Exists(target))
        {
            new FileStream(target, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete).Dispose();
        }
    }
}
