using System.Collections.Immutable;

namespace SesamTalk.Sandbox.Company;

/// <summary>A line of an order or a quote.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Article">What is sold.</param>
/// <param name="Quantity">How many.</param>
/// <param name="Price">The price of one, without VAT.</param>
internal sealed record DealLine(int Number, Article Article, decimal Quantity, decimal Price)
{
    /// <summary>The lines of a deal: one to five, each of another article.</summary>
    public static ImmutableArray<DealLine> Many(string series, int index, IReadOnlyList<Article> articles)
    {
        var random = RandomSource.For($"{series} line", index);
        var (first, count) = (random.Below(articles.Count), random.Between(1, 5));
        return [.. Enumerable.Range(1, count).Select(number => Create(number, articles[(first + (number * 7)) % articles.Count], random))];
    }

    private static DealLine Create(int number, Article article, RandomSource random)
    {
        var price = random.Below(4) == 0 ? decimal.Round(article.Price * 0.9m, 2) : article.Price;
        return new DealLine(number, article, random.Between(1, 24), price);
    }
}
