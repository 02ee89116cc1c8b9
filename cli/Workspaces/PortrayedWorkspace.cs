using System.Collections.Immutable;
using SesamTalk.Cli.Output;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Portraits;

namespace SesamTalk.Cli.Workspaces;

/// <summary>A workspace with portraits of the flows that a call picks; what is wrong with flows is told beside the result.</summary>
/// <param name="Reading">The set.</param>
/// <param name="Workspace">The workspace.</param>
/// <param name="Selection">The flows that were picked.</param>
/// <param name="Flows">Their portraits, in the ordinal order of their names.</param>
internal sealed record PortrayedWorkspace(FlowSetReading Reading, Workspace Workspace, Selection Selection, ImmutableArray<FlowPortrait> Flows)
{
    /// <summary>Reads the workspace of a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="more">Selectors that were given beside the options.</param>
    /// <exception cref="StoppedException">There is no workspace, or its <c>systems.yaml</c> cannot be understood, or nothing is picked.</exception>
    public static PortrayedWorkspace Read(Call call, params ReadOnlySpan<string> more)
    {
        var reading = WorkspaceFinder.Read(call, WorkspaceFinder.Find(call));
        var workspace = WorkspaceFinder.WorkspaceOf(call, reading);
        var selection = Selection.Of(call, reading.Flows, more);
        var names = selection.Flows.Select(flow => flow.Name).ToHashSet(StringComparer.Ordinal);
        TellErrors(call, reading);
        return new PortrayedWorkspace(reading, workspace, selection, [.. FlowPortraits.Of(reading).Where(flow => names.Contains(flow.Name))]);
    }

    private static void TellErrors(Call call, FlowSetReading reading)
    {
        var errors = reading.Diagnostics.Count(diagnostic => diagnostic.Severity == Severity.Error);
        if (errors > 0)
        {
            call.Tell($"The workspace has {Count.Of(errors, "error")}, and no run takes it as it is; 'sesamtalk validate' tells {(errors == 1 ? "it" : "them")}.");
        }
    }
}
