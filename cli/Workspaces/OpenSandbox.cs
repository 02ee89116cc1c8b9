using SesamTalk.Cli.Output;
using SesamTalk.Engine.Flows;
using SesamTalk.Sandbox;
using SesamTalk.Sandbox.Http;

namespace SesamTalk.Cli.Workspaces;

/// <summary>
/// The systems of a workspace within reach: where its profile is a sandbox, its databases are made and its stand-ins listen, until this is
/// disposed of. Where it is none, nothing is done.
/// </summary>
internal sealed class OpenSandbox : IAsyncDisposable
{
    /// <summary>How many times as many calls stand-ins take as the vendors do: nobody wants to wait minutes for a sample.</summary>
    public const int Generosity = 100;

    private readonly StandIns? _standIns;

    private OpenSandbox(FlowSet set, StandIns? standIns) => (Set, _standIns) = (set, standIns);

    /// <summary>The flows, with systems that are there.</summary>
    public FlowSet Set { get; }

    /// <summary>Opens it.</summary>
    /// <param name="call">The call.</param>
    /// <param name="workspace">The workspace.</param>
    /// <param name="set">Its flows, as they were read.</param>
    /// <param name="consents">Whether the sandbox consents for the person, where a system asks for that.</param>
    public static async Task<OpenSandbox> StartAsync(Call call, ReachedWorkspace workspace, FlowSet set, bool consents = true)
    {
        if (workspace.SamplesOf(set.Workspace) is not { } samples)
        {
            return new OpenSandbox(set, null);
        }

        samples.FillMissing(call);
        var databases = samples.WithStandIn();
        if (databases.IsEmpty)
        {
            return new OpenSandbox(set, null);
        }

        var standIns = await StandIns.StartAsync(databases.Select(database => SettingsOf(call, set.Workspace.Folder, database)), call.Interruption.Token);
        try
        {
            var open = new OpenSandbox(SetOf(workspace, standIns), standIns);
            call.Tell($"Stand-ins on this machine: {string.Join(", ", standIns.All.Select(standIn => $"{standIn.System} at {standIn.Address.Authority}"))}.");
            if (consents)
            {
                await open.ConsentAsync(call, standIns.All.Where(standIn => !workspace.Requests.IsElsewhere(standIn.System)));
            }

            return open;
        }
        catch
        {
            await standIns.DisposeAsync();
            throw;
        }
    }

    /// <summary>Lets its stand-ins do what they do by themselves, such as sending webhooks, until it is cancelled.</summary>
    public Task LiveAsync(TimeProvider clock, CancellationToken cancellationToken) => _standIns?.RunAsync(clock, cancellationToken) ?? Task.CompletedTask;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _standIns?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static KeyValuePair<string, StandInSettings> SettingsOf(Call call, string folder, SampleDatabase database) => KeyValuePair.Create(
        database.System,
        new StandInSettings(folder, call.Surroundings.Clock) { Database = database.Path, KeepsPort = true, Generosity = Generosity });

    private static FlowSet SetOf(ReachedWorkspace workspace, StandIns standIns)
    {
        var reading = workspace.Reading.In(workspace.Requests.With(standIns));
        return reading.Set ?? throw new StoppedException(new Answer(ExitCode.Findings, new Refusal(reading)));
    }

    private async Task ConsentAsync(Call call, IEnumerable<StandIn> standIns)
    {
        var consents = EngineComposition.Consents(call.Surroundings);
        foreach (var standIn in standIns)
        {
            var system = Set.Workspace.Systems.Single(system => system.Name == standIn.System);
            if (!standIn.HasConsent || await consents.AreLackingAsync(Set.Workspace, system))
            {
                await consents.GetAsync(Set.Workspace, system, new StandInConsent(), call.Interruption.Token);
            }
        }
    }
}
