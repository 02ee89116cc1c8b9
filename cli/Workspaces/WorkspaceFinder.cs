using SesamTalk.Cli.CommandLine;
using SesamTalk.Cli.Output;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Cli.Workspaces;

/// <summary>Finds and reads the workspace that a command works on.</summary>
internal static class WorkspaceFinder
{
    /// <summary>The workspace.</summary>
    /// <exception cref="StoppedException">There is none.</exception>
    public static WorkspaceLocation Find(Call call)
    {
        var given = call.Parsed.GetValue<string>(GlobalOptions.Workspace);
        var start = call.PathOf(given ?? ".");
        if (given is not null && !Directory.Exists(start) && !File.Exists(start))
        {
            throw new StoppedException(ExitCode.Usage, $"There is no folder {start}.", "Name the folder of a workspace with --workspace.");
        }

        return WorkspaceLocator.Find(start) ?? throw new StoppedException(
            ExitCode.Usage,
            $"There is no workspace here: neither {start} nor any folder above it has a systems.yaml, itself or in a folder named flows.",
            "Go to the folder of a workspace, or name it with --workspace.");
    }

    /// <summary>Reads the workspace and all its flows.</summary>
    /// <param name="call">The call.</param>
    /// <param name="location">The workspace.</param>
    /// <param name="adjust">What is wanted beside the profile.</param>
    public static FlowSetReading Read(Call call, WorkspaceLocation location, Func<FlowSetOptions, FlowSetOptions>? adjust = null)
    {
        var options = new FlowSetOptions
        {
            Profile = call.Parsed.GetValue<string>(GlobalOptions.Profile),
            Environment = call.Surroundings.Environment,
        };
        return FlowSetReader.Read(location, call.Surroundings.Connectors, adjust is null ? options : adjust(options));
    }

    /// <summary>The workspace, whatever is wrong with its flows.</summary>
    /// <exception cref="StoppedException"><c>systems.yaml</c> cannot be understood, or has no such profile.</exception>
    public static Workspace WorkspaceOf(Call call, FlowSetReading reading)
    {
        var workspace = reading.Workspace ?? throw new StoppedException(new Answer(ExitCode.Findings, new Refusal(reading)));
        var profile = call.Parsed.GetValue<string>(GlobalOptions.Profile);
        return profile is null || profile == workspace.Profile ? workspace : throw new StoppedException(new Answer(ExitCode.Usage, new Refusal(reading)));
    }
}
