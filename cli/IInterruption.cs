namespace SesamTalk.Cli;

/// <summary>How a command is asked to end early.</summary>
internal interface IInterruption
{
    /// <summary>Is cancelled when the command is to end.</summary>
    CancellationToken Token { get; }

    /// <summary>The exit code that says why.</summary>
    ExitCode Code { get; }
}
