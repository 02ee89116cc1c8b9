using System.Collections.Immutable;

namespace SesamTalk.Sandbox.Company;

/// <summary>
/// The company of the sample, as it is in the world: a wholesaler of outdoor and workshop goods in Norway with customers in four
/// countries. What its systems know of it, and how they spell it, is another matter.
/// </summary>
/// <param name="Businesses">The company itself, then its customers.</param>
/// <param name="Contacts">The people at the customers.</param>
/// <param name="Staff">Its employees.</param>
/// <param name="Articles">What it sells.</param>
/// <param name="Orders">What was ordered of it.</param>
/// <param name="Quotes">What it has offered.</param>
/// <param name="Undertakings">Its projects.</param>
internal sealed record SampleCompany(
    ImmutableArray<Business> Businesses,
    ImmutableArray<Person> Contacts,
    ImmutableArray<Person> Staff,
    ImmutableArray<Article> Articles,
    ImmutableArray<Deal> Orders,
    ImmutableArray<Deal> Quotes,
    ImmutableArray<Undertaking> Undertakings)
{
    /// <summary>How many contacts there are.</summary>
    public const int ContactCount = 200;

    /// <summary>The company itself.</summary>
    public Business Own => Businesses[0];

    /// <summary>Makes it: the same each time.</summary>
    public static SampleCompany Create()
    {
        var businesses = Many(CompanyNames.All.Length, Business.Create);
        var contacts = Many(ContactCount, index => People.Contact(index, businesses));
        var staff = Many(40, index => People.Employee(index, businesses[0]));
        var articles = Many(80, Article.Create);
        return new SampleCompany(
            businesses,
            contacts,
            staff,
            articles,
            Many(150, index => Deal.Create("order", index, businesses, contacts, staff, articles)),
            Many(25, index => Deal.Create("quote", index, businesses, contacts, staff, articles)),
            Many(30, index => Undertaking.Create(index, businesses, staff)));
    }

    private static ImmutableArray<T> Many<T>(int count, Func<int, T> create) => [.. Enumerable.Range(0, count).Select(create)];
}
