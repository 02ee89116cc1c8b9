namespace SesamTalk.Engine.Flows;

/// <summary>Finds the workspace that a folder or file belongs to.</summary>
public static class WorkspaceLocator
{
    private const string SystemsFile = "systems.yaml";
    private const string FlowsFolder = "flows";

    /// <summary>
    /// The workspace of the nearest folder upwards that has a <c>systems.yaml</c>, itself or in its <c>flows/</c>;
    /// <see langword="null"/> where there is none. A <c>systems.yaml</c> in a folder named <c>flows</c> belongs to the folder
    /// above, so that the workspace is the same from wherever in it one starts.
    /// </summary>
    /// <param name="start">A folder, or a file.</param>
    public static WorkspaceLocation? Find(string start)
    {
        var full = Path.GetFullPath(start);
        for (var folder = Directory.Exists(full) ? full : Path.GetDirectoryName(full); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (At(folder) is { } location)
            {
                return location;
            }
        }

        return null;
    }

    /// <summary>The workspace of a given <c>systems.yaml</c>, whatever its name.</summary>
    public static WorkspaceLocation Of(string systemsFile)
    {
        var file = Path.GetFullPath(systemsFile);
        var folder = Path.GetDirectoryName(file)!;
        var above = Path.GetFileName(folder) == FlowsFolder ? Path.GetDirectoryName(folder) : null;
        return new WorkspaceLocation(above ?? folder, file);
    }

    private static WorkspaceLocation? At(string folder)
    {
        var own = Path.Combine(folder, SystemsFile);
        var inFlows = Path.Combine(folder, FlowsFolder, SystemsFile);
        return File.Exists(own) ? Of(own) : File.Exists(inFlows) ? Of(inFlows) : null;
    }
}
