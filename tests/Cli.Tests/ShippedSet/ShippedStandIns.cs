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
    public static Task<ShippedStandIns> StartAsync(string folder, Func<string, string> pathOf, TimeProvider? clock = null) =>
        StartAsync(pathOf, _ => new StandInSettings(folder, clock ?? TimeProvider.System) { Generosity = OpenSandbox.Generosity });

    /// <summary>Starts them over databases that are there, each as it is told.</summary>
    public static async Task<ShippedStandIns> StartAsync(Func<string, string> pathOf, Func<string, StandInSettings> settingsOf) => new(await StandIns.StartAsync(
        StandIns.Names.Select(name => KeyValuePair.Create(name, settingsOf(name) with { Database = pathOf(name), KeepsPort = true }))));

    /// <summary>Flows with systems that are reached here, which have a consent.</summary>
    public async Task<FlowSet> ReachedAsync(FlowSet set, TimeProvider? clock = null)
    {
        var there = ShippedFlows.Read(new StandInRequests(_ => null).With(StandIns)).Set!.Workspace.Systems.ToDictionary(system => system.Name);
        var reached = set.Workspace.Systems.ToDictionary(system => system.Name, system => StandIns.All.Any(standIn => standIn.System == system.Name)
            ? system with { Settings = there[system.Name].Settings, Definition = there[system.Name].Definition }
            : system);
        FlowSide Side(FlowSide side) => side with { System = reached[side.System.Name] };
        var bound = new FlowSet(
            set.Workspace with { Systems = [.. set.Workspace.Systems.Select(system => reached[system.Name])] },
            [.. set.Flows.Select(flow => flow with { Source = Side(flow.Source), Target = Side(flow.Target) })]);
        await ConsentAsync(bound.Workspace, clock ?? TimeProvider.System);
        return bound;
    }

    public ValueTask DisposeAsync() => StandIns.DisposeAsync();

    private async Task ConsentAsync(Workspace workspace, TimeProvider clock)
    {
        var consents = new Consents(ShippedFlows.Connectors(), clock);
        foreach (var standIn in StandIns.All)
        {
            var system = workspace.Systems.Single(system => system.Name == standIn.System);
            if (!standIn.HasConsent || await consents.AreLackingAsync(workspace, system))
            {
                await consents.GetAsync(workspace, system, new StandInConsent(), CancellationToken.None);
            }
        }
    }
}
