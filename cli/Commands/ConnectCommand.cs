using System.CommandLine;
using SesamTalk.Cli.CommandLine;
using SesamTalk.Cli.Output;
using SesamTalk.Cli.Workspaces;
using SesamTalk.Connectors.Systems;

namespace SesamTalk.Cli.Commands;

/// <summary><c>connect</c>: walks a person through the consent that a system asks for.</summary>
internal sealed class ConnectCommand : CommandWithAnswer
{
    private const string System = "SYSTEM";

    public ConnectCommand()
        : base("connect", "Gets the consent of a person to the connection with a system, for systems that ask for it: tells the address to open in a browser, and keeps what comes of it.") =>
        Add(Tokens.Checked(new Argument<string>(System) { Description = "The system, as systems.yaml names it." }));

    /// <inheritdoc/>
    public override async Task<Answer> AnswerAsync(Call call)
    {
        var workspace = ReachedWorkspace.Read(call);
        var reading = workspace.Reading;
        var name = call.Parsed.GetValue<string>(System)!;
        ChosenSystems.Of(WorkspaceFinder.WorkspaceOf(call, reading), [name]);
        if (reading.Set is not { } read)
        {
            return new Answer(ExitCode.Findings, new Refusal(reading));
        }

        await using var sandbox = await OpenSandbox.StartAsync(call, workspace, read, consents: false);
        var set = sandbox.Set;
        var system = ChosenSystems.Of(set.Workspace, [name])[0];
        using var patience = new CancellationTokenSource(ConsentGuide.Patience, call.Surroundings.Clock);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(call.Interruption.Token, patience.Token);
        try
        {
            var isNeeded = await EngineComposition.Consents(call.Surroundings).GetAsync(set.Workspace, system, new ConsentGuide(call), ended.Token);
            return new Answer(ExitCode.Done, new ConnectReport(name, isNeeded ? SystemDefinition.KeptFolderOf(set.Workspace.Folder) : null));
        }
        catch (OperationCanceledException) when (!call.Interruption.Token.IsCancellationRequested)
        {
            return Answer.Failed(
                ExitCode.Unreachable, $"{name}: nobody consented within {ConsentGuide.Patience.TotalMinutes:0} minutes.", $"Begin anew with: sesamtalk connect {name}");
        }
    }
}
