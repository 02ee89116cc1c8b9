using System.CommandLine;
using SesamTalk.Cli.CommandLine;
using SesamTalk.Cli.Commands;
using SesamTalk.Cli.Files;

namespace SesamTalk.Cli.Output;

/// <summary>The forms in which a result is wanted, each with where it goes.</summary>
internal sealed class OutputForms : IDisposable
{
    private readonly Surroundings _surroundings;
    private readonly List<OutputForm> _forms = [];

    private readonly CommandWithAnswer? _command;

    private OutputForms(Surroundings surroundings, CommandWithAnswer? command) => (_surroundings, _command) = (surroundings, command);

    /// <summary>Whether answers follow each other, so that each document for a program has a line of its own.</summary>
    public bool AreMany { get; private init; }

    /// <summary>Why the forms cannot be made; they are then told of on the standard output.</summary>
    public Answer? Trouble { get; private set; }

    /// <summary>Whether a result was lost, since what it goes to takes no more.</summary>
    public bool IsLost { get; private set; }

    /// <summary>The forms that a command line asks for, also one that is not understood otherwise.</summary>
    public static OutputForms Of(ParseResult parsed, string[] arguments, Surroundings surroundings)
    {
        var forms = new OutputForms(surroundings, parsed.CommandResult.Command as CommandWithAnswer) { AreMany = arguments.Contains(RunCommand.Watch) };
        var wanted = parsed.Errors.Count == 0 ? FormRequests.Of(parsed) : FormRequests.Guess(arguments);
        forms.Trouble = forms.Open(wanted);
        return forms;
    }

    /// <summary>Writes an answer in all forms. One that cannot be written is told of, and not tried again.</summary>
    public void Emit(string command, Answer answer)
    {
        foreach (var form in _forms.ToList())
        {
            try
            {
                Write(form, command, answer);

                // Somebody may follow the file.
                form.File?.Flush();
            }
            catch (Exception trouble) when (LocalFiles.IsTrouble(trouble))
            {
                IsLost = true;
                _forms.Remove(form);
                form.Abandon();
                form.WhyUnwritten(_surroundings.Folder, trouble).Report.Write(ErrorPage());
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _forms.ForEach(form => form.File?.Dispose());

    private void Write(OutputForm form, string command, Answer answer)
    {
        if (form.Name == GlobalOptions.Json)
        {
            JsonDocumentForm.Write(form.File ?? _surroundings.Output, command, answer, isLine: AreMany);
        }
        else if (answer.Report.IsFailure)
        {
            answer.Report.Write(ErrorPage());
            _command?.WriteNothing(form.Name, form.File ?? _surroundings.Output);
        }
        else if (form.Name != GlobalOptions.Text && answer.Report is IFormedReport formed)
        {
            formed.Write(form.Name, form.File ?? _surroundings.Output);
        }
        else
        {
            answer.Report.Write(form.File is null ? Page() : new TextPage(form.File, Surroundings.Unbounded, colours: false));
        }
    }

    private TextPage ErrorPage() => new(_surroundings.Error, Surroundings.Unbounded, colours: false);

    private TextPage Page() => new(_surroundings.Output, _surroundings.OutputWidth, _surroundings.OutputHasColours);

    private Answer? Open(FormRequests wanted)
    {
        foreach (var (form, file) in wanted.Forms)
        {
            var opened = new OutputForm(form, file is null ? null : Path.GetFullPath(file, _surroundings.Folder));
            try
            {
                _forms.Add(opened.Open());
            }
            catch (Exception trouble) when (LocalFiles.IsTrouble(trouble))
            {
                _forms.Add(new OutputForm(wanted.Forms[0].Form, null));
                return opened.WhyUnwritten(_surroundings.Folder, trouble);
            }
        }

        return wanted.Trouble;
    }
}
