using SesamTalk.Sandbox.Http;

namespace SesamTalk.Sandbox.ExactOnline;

/// <summary>What can be chosen of the stand-in of Exact Online: the vendor switches some of it per client.</summary>
/// <param name="General">What every stand-in is told.</param>
public sealed record ExactSettings(StandInSettings General)
{
    /// <summary>The zone whose wall clock the dates carry.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <summary>Whether the single endpoints ask for <c>$select</c> too, as bulk and sync always do.</summary>
    public bool RequiresSelect { get; init; }

    /// <summary>Whether the single endpoints that have a sync feed ask for <c>$filter</c>.</summary>
    public bool RequiresFilter { get; init; }

    /// <summary>Whether sync feeds show some rows twice.</summary>
    public bool RepeatsInSync { get; init; }

    /// <summary>Calls a minute, for each division.</summary>
    public int CallsAMinute { get; init; } = 60;

    /// <summary>Calls a day, for each division.</summary>
    public int CallsADay { get; init; } = 5000;

    /// <summary>Refusals an hour after which an endpoint of a division is closed for an hour.</summary>
    public int ErrorsAnHour { get; init; } = 10;
}
