using System.Collections.Immutable;
using SesamTalk.Connectors.Rest;
using SesamTalk.Connectors.Sql;
using SesamTalk.Connectors.Systems;
using SesamTalk.Engine.Flows;
using SesamTalk.Sandbox;
using SesamTalk.TestKit;

namespace SesamTalk.Cli.Tests.Sandbox;

/// <summary>The workspace that the repository ships, as the engine reads it.</summary>
internal static class ShippedFlows
{
    public static WorkspaceLocation Location { get; } = WorkspaceLocator.Find(Path.Combine(Repository.Root, "flows"))!;

    public static FlowSetReading Reading { get; } = FlowSetReader.Read(Location, Connectors());

    public static FlowSet Set => Reading.Set!;

    /// <summary>The adapters that it needs; one that limits calls knows of those that it made itself.</summary>
    public static IReadOnlyList<IConnector> Connectors() => [new RestConnector(), new SqlConnector()];

    /// <summary>As it is read where its systems are to be reached.</summary>
    public static FlowSetReading Read(Func<string, string?> environment) =>
        FlowSetReader.Read(Location, Connectors(), new FlowSetOptions { ResolvesReferences = true, Environment = environment });

    /// <summary>Its databases, in a folder of a test's own.</summary>
    public static ImmutableArray<SampleDatabase> DatabasesIn(string folder) =>
        [.. Set.Workspace.Systems.Select(system => new SampleDatabase(system.Name, Path.Combine(folder, system.Name + ".db"), system.Entities))];
}
