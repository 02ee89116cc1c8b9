using System.Collections.Immutable;
using SesamTalk.Connectors.Sql;
using SesamTalk.Engine.Flows;
using SesamTalk.Sandbox;
using SesamTalk.TestKit;

namespace SesamTalk.Cli.Tests.Sandbox;

/// <summary>The workspace that the repository ships, as the engine reads it.</summary>
internal static class ShippedFlows
{
    public static WorkspaceLocation Location { get; } = WorkspaceLocator.Find(Path.Combine(Repository.Root, "flows"))!;

    public static FlowSetReading Reading { get; } = FlowSetReader.Read(Location, [new SqlConnector()]);

    public static FlowSet Set => Reading.Set!;

    /// <summary>Its databases, in a folder of a test's own.</summary>
    public static ImmutableArray<SampleDatabase> DatabasesIn(string folder) =>
        [.. Set.Workspace.Systems.Select(system => new SampleDatabase(system.Name, Path.Combine(folder, system.Name + ".db"), system.Entities))];
}
