using SesamTalk.Connectors.Systems;
using SesamTalk.Engine.Flows.Reading;

namespace SesamTalk.Engine.Flows;

/// <summary>Reads and checks a workspace: all its files, all their faults, in one go.</summary>
public static class FlowSetReader
{
    /// <summary>
    /// Reads <c>systems.yaml</c>, the entity descriptions that it names, and every <c>*.flow.yaml</c> in its folder or below. It
    /// reaches out to no system. Faults of files are diagnostics, never exceptions.
    /// </summary>
    /// <param name="location">The workspace (<see cref="WorkspaceLocator"/>).</param>
    /// <param name="connectors">The connectors there are.</param>
    /// <param name="options">How to read; the defaults where not given.</param>
    public static FlowSetReading Read(WorkspaceLocation location, IReadOnlyList<IConnector> connectors, FlowSetOptions? options = null) =>
        new WorkspaceReading(location, connectors, options ?? new FlowSetOptions()).Read();
}
