using SesamTalk.Cli.Output;

namespace SesamTalk.Cli.Files;

/// <summary>A file or folder of this machine that could not be used, found out where nobody looked for it: like any that the user named, it is wrong usage.</summary>
internal static class UnusableFile
{
    /// <summary>What to tell of it. What the machine says names it.</summary>
    public static Answer Answer(Exception trouble) => Output.Answer.Failed(ExitCode.Usage, $"A file or a folder cannot be used: {trouble.Message.TrimEnd('.')}.", CureOf(trouble));

    private static string CureOf(Exception trouble) => trouble switch
    {
        UnauthorizedAccessException => "Give this user the right to read it, and to write it where the command writes.",
        FileNotFoundException or DirectoryNotFoundException => "See whether it was moved or taken away, and try again.",
        _ => "See whether another program holds it, and whether the disk is full or can only be read.",
    };
}
