using System.Collections.Immutable;
using SesamTalk.Connectors.Values;

namespace SesamTalk.Engine.Conversions;

/// <summary>What becomes of the values of a row on their way there and back: the laws of its conversions, composed.</summary>
/// <param name="Kind">How much of a source comes back.</param>
/// <param name="WayBack">What the way back puts there, step by step; empty where nothing is lost.</param>
public sealed record RowLaw(LawKind Kind, ImmutableArray<string> WayBack)
{
    /// <summary>The law of a row.</summary>
    /// <param name="source">The type of its source property.</param>
    /// <param name="conversions">Its conversions, from source to target.</param>
    /// <param name="target">The type of its target property.</param>
    public static RowLaw Of(PropertyType source, IEnumerable<IConversion> conversions, PropertyType target)
    {
        IConversion[] all = [.. conversions];
        ConversionLaw[] laws = [.. all.Select((c, place) => Behind(all.AsSpan(0, place), c.Law)), Fitting(all.Length == 0 ? source : all[^1].Output, target)];
        return laws.Any(l => l.Kind == LawKind.OneWay) ? new RowLaw(LawKind.OneWay, [])
            : laws.Any(l => l.Kind == LawKind.LossyBack)
                ? new RowLaw(LawKind.LossyBack, [.. laws.Reverse().Select(l => l.WayBack).OfType<string>()])
            : new RowLaw(LawKind.Lossless, []);
    }

    /// <summary>The law in the words of a person: <c>lossless</c>, <c>lossy to capitals</c>, <c>one way</c>.</summary>
    public override string ToString() => Kind switch
    {
        LawKind.Lossless => "lossless",
        LawKind.OneWay => "one way",
        _ => $"lossy to {string.Join(", then ", WayBack)}",
    };

    // Spellings that are one to a conversion may be several to what stands before it. Trimming tells no more than everybody does.
    private static ConversionLaw Behind(ReadOnlySpan<IConversion> before, ConversionLaw law)
    {
        foreach (var conversion in before)
        {
            if (conversion is not TrimConversion && law is { Kind: LawKind.Lossless, Spelling: { } spelling })
            {
                return ConversionLaw.LossyBack(spelling);
            }
        }

        return law;
    }

    // What the engine does by itself between two types: one number has many spellings, but each is one number.
    private static ConversionLaw Fitting(PropertyType from, PropertyType to) => (from, to) switch
    {
        (PropertyType.String, PropertyType.Integer or PropertyType.Decimal) => ConversionLaw.LossyBack("the number written plainly"),
        (PropertyType.String, PropertyType.Boolean) => ConversionLaw.LossyBack("true or false"),
        _ => ConversionLaw.Lossless,
    };
}
