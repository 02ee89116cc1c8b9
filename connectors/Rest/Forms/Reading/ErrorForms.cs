using SesamTalk.Connectors.Rest.Transport;

namespace SesamTalk.Connectors.Rest.Forms.Reading;

/// <summary>Reads what answers mean that are no success.</summary>
internal static class ErrorForms
{
    /// <summary>The rules.</summary>
    public static ErrorRules Of(Section? section) => section is null ? new ErrorRules() : new ErrorRules
    {
        MessagePaths = section.Texts("message") ?? [],
        Rules = [.. section.Items("rules").Select(RuleOf)],
    };

    private static ErrorRule RuleOf(Section rule) => new(Meaning(rule))
    {
        Statuses = [.. (rule.Texts("status") ?? []).Select(text => StatusOf(rule, text)).OfType<StatusRange>()],
        Texts = rule.Texts("text") ?? [],
        Cure = rule.Text("cure"),
    };

    private static StatusRange? StatusOf(Section rule, string text)
    {
        var range = StatusRange.Parse(text);
        if (range is null)
        {
            rule.Faults.NotUnderstood(rule.PlaceOf("status"), $"'{text}' is no status of HTTP", "write 404, 5xx or 400-499");
        }

        return range;
    }

    private static ErrorMeaning Meaning(Section rule) => rule.Word(
        "means",
        ("rejected", ErrorMeaning.Rejected),
        ("changed", ErrorMeaning.Changed),
        ("missing", ErrorMeaning.Missing),
        ("busy", ErrorMeaning.Busy),
        ("refused", ErrorMeaning.Refused),
        ("unavailable", ErrorMeaning.Unavailable)) ?? ErrorMeaning.Unavailable;
}
