using System.Text.Json;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.State;

namespace SesamTalk.Cli.Output;

/// <summary>Where a workspace stands.</summary>
/// <param name="Workspace">The workspace.</param>
/// <param name="Status">What its state tells; none where nothing has run yet.</param>
internal sealed record StatusReport(Workspace Workspace, StateStatus? Status) : IReport
{
    /// <inheritdoc/>
    public void Write(TextPage page)
    {
        page.Line($"Workspace {Workspace.Folder}{(Workspace.Profile is { } profile ? $", profile {profile}" : string.Empty)}");
        if (Status is null)
        {
            page.Line("Nothing has run here yet. Next: 'sesamtalk run'.");
            return;
        }

        page.Line(StatusText.LastRun(Status.LastRun));
        page.Line();
        StatusText.Flows(page, Status.Flows);
        StatusText.Lists(page, Status);
    }

    /// <inheritdoc/>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteString("workspace", Workspace.Folder);
        json.WriteString("profile", Workspace.Profile);
        StatusJson.Write(json, Status);
    }
}
