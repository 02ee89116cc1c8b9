using System.Text.Json;
using SesamTalk.Engine.State;

namespace SesamTalk.Cli.Output;

/// <summary>Why a record is what it is.</summary>
/// <param name="Record">The explanation.</param>
internal sealed record Explanation(RecordExplanation Record) : IReport
{
    /// <inheritdoc/>
    public void Write(TextPage page)
    {
        page.Heading(Record.Links.Record);
        LinkForm.Write(page, Record.Links);
        foreach (var property in Record.Properties)
        {
            page.Line($"{property.Property}: {ChangeForm.Shown(property.Value)}");
            page.Line($"  {Origin(property)}");
            if (property.Written is { } change)
            {
                page.Line($"  written here by {ChangeForm.Line(change)}{(property.Conversions.Length > 0 ? $", through {property.Conversions}" : string.Empty)}");
            }

            foreach (var conflict in property.Conflicts)
            {
                ConflictForm.Write(page, conflict);
            }
        }

        page.Line($"'sesamtalk history {Record.Links.Record}' tells all that was written to it.");
    }

    /// <inheritdoc/>
    public void Write(Utf8JsonWriter json)
    {
        LinkForm.Write(json, Record.Links);
        json.WriteList("properties", Record.Properties, property => Write(json, property));
    }

    private static void Write(Utf8JsonWriter json, PropertyExplanation property)
    {
        json.WriteString("property", property.Property);
        ChangeForm.WriteValue(json, "value", property.Value);
        json.WriteString("origin", property.Origin.ToString().ToLowerInvariant());
        json.WriteString("edited_in", property.EditedIn);
        json.WriteTime("edited", property.EditedAt);
        json.WriteString("conversions", property.Conversions);
        JournalEntry[] written = property.Written is { } change ? [change] : [];
        json.WriteList("written", written, entry => ChangeForm.Write(json, entry));
        json.WriteList("conflicts", property.Conflicts, conflict => ConflictForm.Write(json, conflict));
    }

    private static string Origin(PropertyExplanation property) => property.Origin switch
    {
        ValueOrigin.NotSeen => "not read since a flow maps it; the next run does",
        ValueOrigin.NeverFilled => "empty since the first sight; nobody has filled it",
        ValueOrigin.FirstSight => $"there at first sight{At(property)}",
        ValueOrigin.Here => $"edited in this record{At(property)}",
        _ when property.Written is null => $"the same as in {property.EditedIn}, which has it{(property.EditedAt is null ? " since the first sight" : $" since {At(property)[2..]}")}",
        _ => property.EditedAt is null ? $"found in {property.EditedIn} at first sight" : $"edited in {property.EditedIn}{At(property)}",
    };

    private static string At(PropertyExplanation property) => property.EditedAt is { } time ? $", {StatusText.Time(time)}" : string.Empty;
}
