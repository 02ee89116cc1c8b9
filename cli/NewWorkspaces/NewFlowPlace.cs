using SesamTalk.Engine.Flows;

namespace SesamTalk.Cli.NewWorkspaces;

/// <summary>Where a new flow belongs, and what it is called.</summary>
/// <param name="Name">The name of the flow.</param>
/// <param name="Document">The title of the data-flow document that it belongs to.</param>
/// <param name="Folder">The folder of its file, absolute.</param>
internal sealed record NewFlowPlace(string Name, string Document, string Folder)
{
    private const string Schema = "schemas/flow.schema.json";

    /// <summary>The name of its file.</summary>
    public string File => $"{Name}.flow.yaml";

    /// <summary>The place beside the flows that connect the same systems, or in a folder of its own.</summary>
    /// <param name="location">The workspace.</param>
    /// <param name="reading">What is in it.</param>
    /// <param name="source">One side.</param>
    /// <param name="target">The other side.</param>
    public static NewFlowPlace Of(WorkspaceLocation location, FlowSetReading reading, FlowSide source, FlowSide target)
    {
        var name = FolderName($"{source.System.Name}-{source.Entity.Name}-to-{target.System.Name}-{target.Entity.Name}");
        var beside = reading.Flows.FirstOrDefault(flow => flow.Document is not null && flow.Source.System == source.System.Name && flow.Target.System == target.System.Name);
        if (beside is not null)
        {
            return new NewFlowPlace(name, beside.Document!, Path.GetDirectoryName(Path.GetFullPath(beside.Place.File, location.Folder))!);
        }

        var document = $"{TitleOf(source.System)} to {TitleOf(target.System)}";
        return new NewFlowPlace(name, document, Path.Combine(Path.GetDirectoryName(location.SystemsFile)!, FolderName(document)));
    }

    /// <summary>The schema of flows as seen from the file; <see langword="null"/> where the workspace has none.</summary>
    public string? SchemaFrom(string workspace)
    {
        for (var folder = Folder; folder is not null && folder.StartsWith(workspace, StringComparison.Ordinal); folder = Path.GetDirectoryName(folder))
        {
            if (System.IO.File.Exists(Path.Combine(folder, Schema)))
            {
                return Path.GetRelativePath(Folder, Path.Combine(folder, Schema)).Replace('\\', '/');
            }
        }

        return null;
    }

    private static string TitleOf(SystemConfiguration system) => system.Names.IsEmpty ? system.Name : system.Names[0];

    private static string FolderName(string text) =>
        string.Join('-', new string([.. text.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
