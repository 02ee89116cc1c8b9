using System.Text.Json;
using SesamTalk.Engine.State;

namespace SesamTalk.Cli.Output;

/// <summary>All about the links of one record.</summary>
/// <param name="Links">What the state tells.</param>
internal sealed record LinkDetail(RecordLinks Links) : IReport
{
    /// <inheritdoc/>
    public void Write(TextPage page)
    {
        page.Heading(Links.Record);
        LinkForm.Write(page, Links);
        if (Links.Members.Length > 2)
        {
            page.Line($"  Together with: {string.Join(", ", Links.Members.Where(member => member != Links.Record))}");
        }

        foreach (var apart in Links.Apart)
        {
            page.Line($"  Never with {apart.Record}: decided in run {apart.Run}, {StatusText.Time(apart.Decided)}");
        }

        if (!Links.Reviews.IsEmpty)
        {
            page.Line("In review:");
            ReviewForm.Write(page, Links.Reviews);
        }

        page.Line(Links.Links.IsEmpty
            ? $"Next: 'sesamtalk links link {Links.Record} OTHER' links it with another."
            : $"If a link is wrong: 'sesamtalk links unlink {Links.Record} {Links.Links[0].Counterpart}'.");
    }

    /// <inheritdoc/>
    public void Write(Utf8JsonWriter json)
    {
        LinkForm.Write(json, Links);
        json.WriteList("never_with", Links.Apart, apart =>
        {
            json.WriteString("record", apart.Record);
            json.WriteIdentifier("run", apart.Run);
            json.WriteTime("decided", apart.Decided);
        });
        ReviewForm.Write(json, Links.Reviews);
    }
}
