using System.Collections.Immutable;
using System.CommandLine;
using SesamTalk.Cli.CommandLine;
using SesamTalk.Cli.Output;

namespace SesamTalk.Cli.Commands;

/// <summary>A command that does something: it gives an answer, and the forms write it.</summary>
/// <param name="name">Its name.</param>
/// <param name="description">What it does, for the help.</param>
internal abstract class CommandWithAnswer(string name, string description) : Command(name, description)
{
    /// <summary>The forms in which it can give its result, the usual one first.</summary>
    public virtual ImmutableArray<string> Forms => [GlobalOptions.Text, GlobalOptions.Json];

    /// <summary>Writes what a form holds where there is no result, for forms that are read by programs even then; text goes to people.</summary>
    public virtual void WriteNothing(string form, TextWriter writer)
    {
    }

    /// <summary>Does what was asked.</summary>
    /// <exception cref="StoppedException">It cannot, for a reason that the user can mend.</exception>
    public abstract Task<Answer> AnswerAsync(Call call);
}
