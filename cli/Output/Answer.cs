namespace SesamTalk.Cli.Output;

/// <summary>What a command gives.</summary>
/// <param name="Code">The exit code.</param>
/// <param name="Report">What is told.</param>
internal sealed record Answer(ExitCode Code, IReport Report)
{
    /// <summary>What goes on after the answer was told, where a command serves until it is interrupted.</summary>
    public Func<Task>? Afterwards { get; init; }

    /// <summary>The answer of a command that could not do what was asked.</summary>
    public static Answer Failed(ExitCode code, string message, string? cure = null) => new(code, new Failure(message, cure));
}
