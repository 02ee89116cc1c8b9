using SesamTalk.Cli.Tests.Sandbox;
using SesamTalk.Cli.Workspaces;
using SesamTalk.Engine.Connecting;
using SesamTalk.Engine.Flows;
using SesamTalk.Sandbox;
using SesamTalk.Sandbox.Http;

namespace SesamTalk.Cli.Tests.ShippedSet;

/// <summary>What stands in for the systems of the shipped workspace that speak HTTP, for as long as a run needs it.</summary>
internal sealed class ShippedStandIns : IAsyncDisposable
{
    private ShippedStandIns(StandIns standIns) => StandIns = standIns;

    public StandIns StandIns { get; }

    /// <summary>Starts them over databases that are there.</summary>
    public static async Task<ShippedStandIns> StartAsync(string folder, Func<string, string> pathOf) => new(await StandIns.StartAsync(
        StandIns.Names.Select(name => KeyValuePair.Create(
            name, new StandInSettings(folder, TimeProvider.System) { Database = pathOf(name), KeepsPort = true, Generosity = OpenSandbox.Generosity }))));

    /// <summary>Flows with systems that are reached here, which have a consent.</summary>
    public async Task<FlowSet> ReachedAsync(FlowSet set)
    {
        var there = ShippedFlows.Read(new StandInRequests(_ => null).With(StandIns)).Set!.Workspace.Systems.ToDictionary(system => system.Name);
        var reached = set.Workspace.Systems.ToDictionary(system => system.Name, system => StandIns.All.Any(standIn => standIn.System == system.Name)
            ? system with { Settings = there[system.Name].Settings, Definition = there[system.Name].Definition }
            : system);
        FlowSide Side(FlowSide side) => side with { System = reached[side.System.Name] };
        var bound = new FlowSet(
            set.Workspace with { Systems = [.. set.Workspace.Systems.Select(system => reached[system.Name])] },
            [.. set.Flows.Select(flow => flow with { Source = Side(flow.Source), Target = Side(flow.Target) })]);
        await ConsentAsync(bound.Workspace);
        return bound;
    }

    public ValueTask DisposeAsync() => StandIns.DisposeAsync();

    private async Task ConsentAsync(Workspace workspace)
    {
        var consents = new Consents(ShippedFlows.Connectors(), TimeProvider.System);
        foreach (var standIn in StandIns.All)
        {
            var system = workspace.Systems.Single(system => system.Name == standIn.System);
            if (!standIn.HasConsent || await consents.AreLackingAsync(workspace, system))
            {
                await consents.GetAsync(workspace, system, new SandboxConsent(), CancellationToken.None);
            }
        }
    }
}
