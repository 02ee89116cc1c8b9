using System.CommandLine;
using SesamTalk.Cli.Output;

namespace SesamTalk.Cli.Commands;

/// <summary>A command that does something: it gives an answer, and the forms write it.</summary>
/// <param name="name">Its name.</param>
/// <param name="description">What it does, for the help.</param>
internal abstract class CommandWithAnswer(string name, string description) : Command(name, description)
{
    /// <summary>Does what was asked.</summary>
    /// <exception cref="StoppedException">It cannot, for a reason that the user can mend.</exception>
    public abstract Task<Answer> AnswerAsync(Call call);
}
