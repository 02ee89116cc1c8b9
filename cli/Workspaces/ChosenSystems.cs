using System.Collections.Immutable;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Cli.Workspaces;

/// <summary>The systems that a command names.</summary>
internal static class ChosenSystems
{
    /// <summary>The systems of those names, in the order of the workspace.</summary>
    /// <exception cref="StoppedException">There is no system of a name.</exception>
    public static ImmutableArray<SystemConfiguration> Of(Workspace workspace, IReadOnlyCollection<string> names)
    {
        var unknown = names.FirstOrDefault(name => !workspace.Systems.Any(system => system.Name == name));
        return unknown is null ? [.. workspace.Systems.Where(system => names.Contains(system.Name))] : throw NotThere(unknown, workspace);
    }

    private static StoppedException NotThere(string name, Workspace workspace)
    {
        var known = workspace.Systems.Select(system => system.Name).ToList();
        var nearest = NearestName.Find(name, known);
        return new StoppedException(
            ExitCode.Usage, $"There is no system '{name}'.{(nearest is null ? string.Empty : $" Did you mean '{nearest}'?")}", $"Systems: {string.Join(", ", known)}.");
    }
}
