using System.Text.Json;
using SesamTalk.Engine.State;

namespace SesamTalk.Cli.Output;

/// <summary>The status for a program.</summary>
internal static class StatusJson
{
    /// <summary>Writes the members; where nothing has run yet they are there and empty.</summary>
    public static void Write(Utf8JsonWriter json, StateStatus? status)
    {
        WriteRun(json, status?.LastRun);
        json.WriteList("flows", status?.Flows ?? [], flow =>
        {
            json.WriteString("flow", flow.Flow);
            json.WriteNumber("links", flow.Links);
            json.WriteNumber("in_review", flow.InReview);
            json.WriteNumber("waiting", flow.Waiting);
        });
        WriteLists(json, status);
        json.WriteNumber("open_creates", status?.OpenCreates ?? 0);
        json.WriteNumber("conflicts", status?.Conflicts ?? 0);
        json.WriteNumber("conflicts_waiting", status?.WaitingConflicts.Length ?? 0);
        json.WriteNumber("for_next_run", status?.ForNextRun ?? 0);
    }

    private static void WriteRun(Utf8JsonWriter json, RunStatus? run)
    {
        if (run is null)
        {
            json.WriteNull("last_run");
            return;
        }

        json.WriteStartObject("last_run");
        json.WriteIdentifier("run", run.Run);
        json.WriteTime("started", run.Started);
        json.WriteTime("ended", run.Ended);
        json.WriteString("outcome", run.Outcome);
        json.WriteString("holder", run.Holder);
        json.WriteEndObject();
    }

    private static void WriteLists(Utf8JsonWriter json, StateStatus? status)
    {
        json.WriteList("review", status?.Reviews ?? [], review =>
        {
            json.WriteString("flow", review.Flow);
            json.WriteString("record", review.Record);
            json.WriteString("reason", review.Reason);
            json.WriteTexts("candidates", review.Candidates.Select(candidate => candidate.Record));
        });
        json.WriteList("waiting", status?.Waiting ?? [], waiting =>
        {
            json.WriteString("flow", waiting.Flow);
            json.WriteString("record", waiting.Record);
            json.WriteString("reason", waiting.Reason);
        });
        json.WriteList("dead_letters", status?.DeadLetters ?? [], letter =>
        {
            json.WriteString("record", letter.Record);
            json.WriteString("what", letter.What);
            json.WriteString("message", letter.Message);
            json.WriteIdentifier("run", letter.Run);
        });
    }
}
