using SesamTalk.Connectors.Rest.Limits;

namespace SesamTalk.Connectors.Rest.Forms.Reading;

/// <summary>Reads how many calls are permitted.</summary>
internal static class LimitForms
{
    /// <summary>The limits.</summary>
    public static LimitOptions Of(Section? section)
    {
        var usual = new LimitOptions();
        return section is null ? usual : new LimitOptions
        {
            Limits = [.. section.Items("rates").Select(RateOf)],
            BusyWait = section.Duration("busy_wait") ?? usual.BusyWait,
            Patience = section.Duration("patience") ?? usual.Patience,
        };
    }

    private static RateLimit RateOf(Section rate) => new(rate.Text("name") ?? string.Empty, rate.Number("permits") ?? 1, rate.Duration("window") ?? TimeSpan.FromMinutes(1))
    {
        Scope = rate.Text("scope") ?? string.Empty,
        Group = rate.Text("group") ?? string.Empty,
        EachGroup = rate.Flag("each_group") ?? false,
        CountsTokenCalls = rate.Flag("counts_token_calls") ?? false,
        CountedStatuses = rate.Numbers("counted_statuses") ?? [],
        Form = rate.Text("form") == "fixed" ? WindowForm.Fixed : WindowForm.Sliding,
        Headers = rate.Below("headers") is { } headers ? HeadersOf(headers) : null,
    };

    private static LimitHeaders HeadersOf(Section headers) => new()
    {
        Limit = headers.Text("limit"),
        Remaining = headers.Text("remaining"),
        Reset = headers.Text("reset"),
        ResetUnit = headers.Word("reset_unit", ("seconds", ResetUnit.Seconds), ("epoch_seconds", ResetUnit.EpochSeconds), ("epoch_milliseconds", ResetUnit.EpochMilliseconds), ("date", ResetUnit.Date)) ?? ResetUnit.Seconds,
    };
}
