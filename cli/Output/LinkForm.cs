using System.Text.Json;
using SesamTalk.Engine.Linking;
using SesamTalk.Engine.State;

namespace SesamTalk.Cli.Output;

/// <summary>What a record is linked with, in each of the forms.</summary>
internal static class LinkForm
{
    /// <summary>For a person: a line a link.</summary>
    public static void Write(TextPage page, RecordLinks links)
    {
        foreach (var link in links.Links)
        {
            page.Line($"  {link.Flow}: linked with {link.Counterpart} {Why(link)}, in run {link.Run}, {StatusText.Time(link.Linked)}{(link.EndedIn is { } ended ? $"; ended in run {ended}, as one of the two is gone" : string.Empty)}");
        }

        if (links.Links.IsEmpty)
        {
            page.Line("  It is linked with nothing.");
        }
    }

    /// <summary>For a program: members of an object that is open.</summary>
    public static void Write(Utf8JsonWriter json, RecordLinks links)
    {
        json.WriteString("record", links.Record);
        json.WriteList("links", links.Links, link =>
        {
            json.WriteString("flow", link.Flow);
            json.WriteString("counterpart", link.Counterpart);
            json.WriteString("evidence", link.Evidence.ToString().ToLowerInvariant());
            json.WriteString("detail", link.Detail);
            json.WriteIdentifier("run", link.Run);
            json.WriteTime("linked", link.Linked);
            json.WriteString("ended_in", link.EndedIn?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        });
        json.WriteTexts("cluster", links.Members);
    }

    private static string Why(RecordLink link) => link.Evidence switch
    {
        EvidenceKind.Rule => $"by the rule {link.Detail}",
        EvidenceKind.Cluster => "because both belong to the same third",
        EvidenceKind.Created => "because one was made for the other",
        _ => "by a person",
    };
}
