using System.CommandLine;
using System.Text;
using SesamTalk.Cli.CommandLine;
using SesamTalk.Cli.Commands;
using SesamTalk.Cli.Files;

namespace SesamTalk.Cli.Output;

/// <summary>The forms in which a result is wanted, each with where it goes.</summary>
internal sealed class OutputForms : IDisposable
{
    private readonly Surroundings _surroundings;
    private readonly List<(string Form, TextWriter? File)> _forms = [];

    private OutputForms(Surroundings surroundings) => _surroundings = surroundings;

    /// <summary>Whether answers follow each other, so that each document for a program has a line of its own.</summary>
    public bool AreMany { get; private init; }

    /// <summary>Why the forms cannot be made; they are then told of on the standard output.</summary>
    public Answer? Trouble { get; private set; }

    /// <summary>The forms that a command line asks for, also one that is not understood otherwise.</summary>
    public static OutputForms Of(ParseResult parsed, string[] arguments, Surroundings surroundings)
    {
        var forms = new OutputForms(surroundings) { AreMany = arguments.Contains(RunCommand.Watch) };
        var wanted = parsed.Errors.Count == 0 ? FormRequests.Of(parsed) : FormRequests.Guess(arguments);
        forms.Trouble = forms.Open(wanted);
        return forms;
    }

    /// <summary>Writes an answer in all forms.</summary>
    /// <returns>The exit code.</returns>
    public ExitCode Emit(string command, Answer answer)
    {
        foreach (var (form, file) in _forms)
        {
            if (form == GlobalOptions.Json)
            {
                JsonDocumentForm.Write(file ?? _surroundings.Output, command, answer, isLine: AreMany);
            }
            else if (answer.Report.IsFailure)
            {
                answer.Report.Write(new TextPage(_surroundings.Error, Surroundings.Unbounded, colours: false));
            }
            else if (form != GlobalOptions.Text && answer.Report is IFormedReport formed)
            {
                formed.Write(form, file ?? _surroundings.Output);
            }
            else
            {
                answer.Report.Write(file is null ? Page() : new TextPage(file, Surroundings.Unbounded, colours: false));
            }

            // Somebody may follow the file.
            file?.Flush();
        }

        return answer.Code;
    }

    /// <inheritdoc/>
    public void Dispose() => _forms.ForEach(form => form.File?.Dispose());

    private TextPage Page() => new(_surroundings.Output, _surroundings.OutputWidth, _surroundings.OutputHasColours);

    private Answer? Open(FormRequests wanted)
    {
        foreach (var (form, file) in wanted.Forms)
        {
            var path = file is null ? null : Path.GetFullPath(file, _surroundings.Folder);
            try
            {
                _forms.Add((form, path is null ? null : new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false))));
            }
            catch (Exception trouble) when (LocalFiles.IsTrouble(trouble))
            {
                _forms.Add((wanted.Forms[0].Form, null));
                return new UnwritableFile(_surroundings.Folder, path!, trouble).Answer;
            }
        }

        return wanted.Trouble;
    }
}
