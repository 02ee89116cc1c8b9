using SesamTalk.Connectors.Systems;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Engine.Connecting;

/// <summary>Connects the systems of workspaces.</summary>
internal static class Connections
{
    /// <summary>A connection, which reaches out with its first call.</summary>
    /// <param name="connectors">The adapters that there are.</param>
    /// <param name="workspace">The workspace, checked.</param>
    /// <param name="system">One of its systems.</param>
    /// <param name="clock">The time.</param>
    public static IConnectedSystem Open(IEnumerable<IConnector> connectors, Workspace workspace, SystemConfiguration system, TimeProvider clock)
    {
        var connector = connectors.FirstOrDefault(c => c.Name == system.Connector)
            ?? throw new ArgumentException($"There is no connector '{system.Connector}', which {system.Name} needs: the set was not checked.");
        return connector.Connect(new SystemDefinition(system.Name, system.Settings, system.Entities, workspace.Folder, clock) { Definition = system.Definition });
    }
}
