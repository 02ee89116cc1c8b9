using System.Collections.Immutable;

namespace SesamTalk.Engine.Proposing;

/// <summary>How alike the names of the properties of two entities are. Words of the entities' own names say little: an order's <c>order_no</c> is its number.</summary>
/// <param name="own">The words of the names of both entities.</param>
internal sealed class NameLikeness(IEnumerable<string> own)
{
    private const double OwnWeight = 0.15;
    private const double LightWeight = 0.3;
    private const double RelatedLikeness = 0.6;
    private const double BeginningLikeness = 0.8;
    private const int ShortestBeginning = 4;

    private readonly ImmutableHashSet<string> _own = [.. own];

    /// <summary>From 0, nothing in common, to 1, made of words that mean the same.</summary>
    public double Of(ImmutableArray<string> one, ImmutableArray<string> other)
    {
        var total = one.Sum(Weight) + other.Sum(Weight);
        return total == 0 ? 0 : (Common(one, other) + Common(other, one)) / total;
    }

    private double Common(ImmutableArray<string> one, ImmutableArray<string> other) =>
        one.Sum(word => Weight(word) * other.Select(another => Likeness(word, another)).DefaultIfEmpty().Max());

    private double Weight(string word) => _own.Contains(word) ? OwnWeight : Vocabulary.IsLight(word) ? LightWeight : 1;

    private static double Likeness(string one, string other) =>
        one == other ? 1 : Vocabulary.AreRelated(one, other) ? RelatedLikeness : IsBeginning(one, other) || IsBeginning(other, one) ? BeginningLikeness : 0;

    private static bool IsBeginning(string one, string other) => one.Length >= ShortestBeginning && other.StartsWith(one, StringComparison.Ordinal);
}
