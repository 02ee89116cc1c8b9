using System.Collections.Frozen;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Mapping;

/// <summary>
/// Which of two edits goes before the other: a conflict policy is an order of stamps, never a decision taken on the spot (clause R4).
/// All rows that share a property through links have the same order, so that values cannot go round in circles.
/// </summary>
internal sealed class StampOrder
{
    private readonly FrozenDictionary<string, int>? _preference;

    private StampOrder(FrozenDictionary<string, int>? preference) => _preference = preference;

    /// <summary>Later time, higher rank, smaller origin (clause R3).</summary>
    public static StampOrder Latest { get; } = new(null);

    /// <summary>Later generation, then the preferred system, then as <see cref="Latest"/> (clause R4).</summary>
    /// <param name="preference">For each entity (<c>system/entity</c>) how much its system is preferred: more goes before less.</param>
    public static StampOrder Preferring(IEnumerable<KeyValuePair<string, int>> preference) =>
        new(preference.ToFrozenDictionary(StringComparer.Ordinal));

    /// <summary>Whether one edit beats the other.</summary>
    public bool Beats(Stamp one, Stamp other)
    {
        if (_preference is null || one.IsUnknown || other.IsUnknown)
        {
            return one.Beats(other);
        }

        if (one.Generation != other.Generation)
        {
            return one.Generation > other.Generation;
        }

        var (mine, its) = (PreferenceOf(one), PreferenceOf(other));
        return mine != its ? mine > its : one.Beats(other);
    }

    /// <summary>The greater of two stamps; the first where both name the same edit.</summary>
    public Stamp Greater(Stamp one, Stamp other) => Beats(other, one) ? other : one;

    private int PreferenceOf(Stamp stamp) => stamp.Origin.Entity is { } entity ? _preference!.GetValueOrDefault(entity) : 0;
}
