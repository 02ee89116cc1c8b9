namespace SesamTalk.Benchmarks.Vendors;

/// <summary>The calls that a run took at a vendor.</summary>
/// <param name="Calls">All but those for tokens.</param>
/// <param name="Fewest">The fewest that do what was to be done.</param>
/// <param name="Tokens">Those for tokens.</param>
/// <param name="Busy">Those that were answered with 429, of all.</param>
/// <param name="RateUsed">The part of the permitted calls that was made while there was more to do; none where nothing was waited for.</param>
internal sealed record CallCount(int Calls, int Fewest, int Tokens, int Busy, double? RateUsed)
{
    /// <summary>How many times the fewest.</summary>
    public double Ratio => Fewest == 0 ? 1 : Calls / (double)Fewest;
}
