using System.Collections.Immutable;
using System.CommandLine;
using SesamTalk.Cli.Output;
using SesamTalk.Cli.Workspaces;
using SesamTalk.Sandbox;
using SesamTalk.Sandbox.Http;

namespace SesamTalk.Cli.Commands;

/// <summary><c>sandbox up</c>: the stand-ins of the systems that speak HTTP, on this machine, until it is interrupted.</summary>
internal sealed class SandboxUpCommand : CommandWithAnswer
{
    private readonly Option<int> _port = new("--port")
    {
        Description = "The port of the first stand-in; the others take the ports after it. Default: free ports.",
        HelpName = "PORT",
    };

    public SandboxUpCommand()
        : base("up", "Starts the stand-ins of the systems that speak HTTP, tells their addresses and keys, and serves until it is interrupted.")
    {
        _port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > 65000)
            {
                result.AddError("--port must be a number from 0 to 65000.");
            }
        });
        Add(_port);
    }

    /// <inheritdoc/>
    public override async Task<Answer> AnswerAsync(Call call)
    {
        var reached = ReachedWorkspace.Read(call);
        var workspace = WorkspaceFinder.WorkspaceOf(call, reached.Reading);
        var samples = reached.SamplesOf(workspace) ?? throw NoSamples(workspace.Profile);
        samples.FillMissing(call);
        var databases = samples.WithStandIn();
        if (databases.IsEmpty)
        {
            throw new StoppedException(ExitCode.Usage, "The sandbox has no system that there is a stand-in of.", $"There are stand-ins of {string.Join(", ", StandIns.Names)}.");
        }

        var standIns = await StandIns.StartAsync(Settings(call, workspace.Folder, databases));
        var services = standIns.All.Select(standIn => new StandInService(standIn.System, standIn.Address, samples.Shown(standIn.Path), standIn.Keys));
        return new Answer(ExitCode.Done, new SandboxUp([.. services])) { Afterwards = () => ServeAsync(standIns, call) };
    }

    private IEnumerable<KeyValuePair<string, StandInSettings>> Settings(Call call, string folder, ImmutableArray<SampleDatabase> databases)
    {
        var first = call.Parsed.GetValue(_port);
        return databases.Select((database, place) => KeyValuePair.Create(
            database.System,
            new StandInSettings(folder, call.Surroundings.Clock) { Database = database.Path, Generosity = OpenSandbox.Generosity, Port = first == 0 ? 0 : first + place }));
    }

    private static async Task ServeAsync(StandIns standIns, Call call)
    {
        await using (standIns)
        {
            await standIns.RunAsync(call.Surroundings.Clock, call.Interruption.Token);
        }
    }

    private static StoppedException NoSamples(string? profile) => new(
        ExitCode.Usage,
        profile is null ? "No profile is in use, so there is no sandbox to start." : $"The profile '{profile}' has no sample data, so it is no sandbox.",
        "Name a profile that has 'sample_data' with --profile.");
}
