using SesamTalk.Engine.Flows;

namespace SesamTalk.Cli.Workspaces;

/// <summary>A workspace whose systems are to be reached, so that references are resolved.</summary>
/// <param name="Reading">What its files say.</param>
/// <param name="Requests">What they ask stand-ins for.</param>
internal sealed record ReachedWorkspace(FlowSetReading Reading, StandInRequests Requests)
{
    /// <summary>Finds and reads it.</summary>
    public static ReachedWorkspace Read(Call call)
    {
        var location = WorkspaceFinder.Find(call);
        var requests = new StandInRequests(call.Surroundings.Environment);
        var reading = Read(call, location, requests.Ask);
        var isSandbox = reading.Workspace?.SampleData is not null;
        return new ReachedWorkspace(
            isSandbox || requests.Systems.IsEmpty ? reading : Read(call, location, call.Surroundings.Environment),
            isSandbox ? requests : new StandInRequests(call.Surroundings.Environment));
    }

    /// <summary>Its sample databases; none where its profile names no sample data.</summary>
    public Samples? SamplesOf(Workspace workspace) => Samples.Of(workspace, Requests.Systems);

    private static FlowSetReading Read(Call call, WorkspaceLocation location, Func<string, string?> environment) =>
        WorkspaceFinder.Read(call, location, options => options with { ResolvesReferences = true, Environment = environment });
}
