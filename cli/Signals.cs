using System.Runtime.InteropServices;

namespace SesamTalk.Cli;

/// <summary>
/// Turns the signals that end a process into a cancellation, so that a run ends between two steps with its state saved. The second
/// signal of a kind ends the process at once.
/// </summary>
internal sealed class Signals : IInterruption, IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _registrations;

    public Signals() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Handle(signal, ExitCode.Interrupted)),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Handle(signal, ExitCode.Terminated)),
    ];

    /// <inheritdoc/>
    public CancellationToken Token => _source.Token;

    /// <inheritdoc/>
    public ExitCode Code { get; private set; } = ExitCode.Interrupted;

    /// <inheritdoc/>
    public void Dispose()
    {
        Array.ForEach(_registrations, registration => registration.Dispose());
        _source.Dispose();
    }

    private void Handle(PosixSignalContext signal, ExitCode code)
    {
        signal.Cancel = !_source.IsCancellationRequested;
        Code = code;
        _source.Cancel();
    }
}
