using SesamTalk.Cli.Output;

namespace SesamTalk.Cli;

/// <summary>A command cannot go on, for a reason that its user can mend.</summary>
/// <param name="answer">What to tell, and the exit code.</param>
internal sealed class StoppedException(Answer answer) : Exception
{
    /// <summary>Stops with a message.</summary>
    public StoppedException(ExitCode code, string message, string? cure = null)
        : this(Answer.Failed(code, message, cure))
    {
    }

    /// <summary>What to tell, and the exit code.</summary>
    public Answer Answer { get; } = answer;
}
