using System.Text;
using SesamTalk.Cli.Files;

namespace SesamTalk.Cli.Output;

/// <summary>A form in which a result is wanted.</summary>
/// <param name="Name">The form.</param>
/// <param name="Path">The file that it goes to, absolute; none for the standard output.</param>
internal sealed record OutputForm(string Name, string? Path)
{
    /// <summary>The open file; none for the standard output.</summary>
    public TextWriter? File { get; private init; }

    /// <summary>The form with its file open.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public OutputForm Open() =>
        Path is null ? this : this with { File = new StreamWriter(Path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) };

    /// <summary>Why nothing, or nothing more, can be written.</summary>
    /// <param name="folder">The folder from which a file is named to a person.</param>
    /// <param name="trouble">What the machine says.</param>
    public Answer WhyUnwritten(string folder, Exception trouble) => Path is null
        ? Answer.Failed(ExitCode.Usage, $"The result cannot be written: {trouble.Message.TrimEnd('.')}.", "See whether the disk that it goes to is full.")
        : new UnwritableFile(folder, Path, trouble).Answer;

    /// <summary>Closes a file that takes no more: what is still to be written to it is lost, as is known by now.</summary>
    public void Abandon()
    {
        try
        {
            File?.Dispose();
        }
        catch (Exception trouble) when (LocalFiles.IsTrouble(trouble))
        {
            // The same trouble once more.
        }
    }
}
