using SesamTalk.Sandbox.Http;

namespace SesamTalk.Benchmarks.Vendors;

/// <summary>How many calls a vendor permits in a time.</summary>
/// <param name="Permits">How many.</param>
/// <param name="Window">In what time.</param>
/// <param name="IsFixed">Whether the time runs from a full one to the next, as the clock shows it; else it is any stretch of that length.</param>
internal sealed record VendorRate(int Permits, TimeSpan Window, bool IsFixed)
{
    /// <summary>
    /// The part that was used of what was permitted while there was more to do: up to the time in which the last call came. None where all
    /// was done without a wait.
    /// </summary>
    public double? UsedBy(IReadOnlyCollection<AnsweredCall> calls)
    {
        if (calls.Count == 0)
        {
            return null;
        }

        var (begin, end) = (BeginOf(calls.Min(call => call.At)), BeginOf(calls.Max(call => call.At)));
        return end - begin < Window ? null : calls.Count(call => call.At < end) / (Permits * ((end - begin) / Window));
    }

    private DateTimeOffset BeginOf(DateTimeOffset time) => IsFixed ? new DateTimeOffset(time.UtcTicks / Window.Ticks * Window.Ticks, TimeSpan.Zero) : time;
}
