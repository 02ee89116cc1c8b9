using System.Collections.Immutable;
using SesamTalk.Cli.Workspaces;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Testing;

namespace SesamTalk.Cli.Testing;

/// <summary>The tests that are asked for.</summary>
/// <param name="Flows">The flows whose tests are run.</param>
/// <param name="Files">The tests.</param>
internal sealed record TestSelection(ImmutableArray<string> Flows, ImmutableArray<FlowTestFile> Files)
{
    /// <summary>The paths of a call, absolute.</summary>
    /// <exception cref="StoppedException">There is no such file or folder.</exception>
    public static ImmutableArray<string> PathsOf(Call call)
    {
        ImmutableArray<string> paths = [.. (call.Parsed.GetValue<string[]>(TestOptions.Paths) ?? []).Select(call.PathOf)];
        var missing = paths.FirstOrDefault(path => !File.Exists(path) && !Directory.Exists(path));
        return missing is null ? paths : throw new StoppedException(ExitCode.Usage, $"There is no file or folder {missing}.");
    }

    /// <summary>The tests of the flows that a call selects; with paths, those of flows or tests that lie there.</summary>
    public static TestSelection Of(Call call, FlowSetReading reading, WorkspaceLocation location, ImmutableArray<string> paths)
    {
        var flows = Selection.Of(call, reading.Flows).Flows;
        var selected = flows.Select(flow => flow.Name).ToHashSet(StringComparer.Ordinal);
        if (paths.IsEmpty)
        {
            return new TestSelection([.. flows.Select(flow => flow.Name)], [.. reading.Tests.Where(file => selected.Contains(file.Flow))]);
        }

        var named = flows.Where(flow => IsUnder(Path.GetFullPath(flow.Place.File, location.Folder), paths)).Select(flow => flow.Name).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<FlowTestFile> files = [.. reading.Tests.Where(file => selected.Contains(file.Flow) && (named.Contains(file.Flow) || IsUnder(file.Path, paths)))];
        return new TestSelection([.. named.Union(files.Select(file => file.Flow)).Order(StringComparer.Ordinal)], files);
    }

    private static bool IsUnder(string file, ImmutableArray<string> paths) => paths
        .Any(path => file == path || file.StartsWith(path.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal));
}
