using System.Collections.Immutable;

namespace SesamTalk.Sandbox.Company;

/// <summary>An order or a quote.</summary>
/// <param name="Index">Its place.</param>
/// <param name="Customer">Who asked for it.</param>
/// <param name="Contact">The person who did, if known.</param>
/// <param name="Seller">Who of the staff took it.</param>
/// <param name="Date">When.</param>
/// <param name="Due">When it is to be delivered, or how long it holds, if agreed.</param>
/// <param name="Description">What it is about.</param>
/// <param name="Lines">What it is made of.</param>
internal sealed record Deal(
    int Index, Business Customer, Person? Contact, Person Seller, DateOnly Date, DateOnly? Due, string Description, ImmutableArray<DealLine> Lines)
{
    private static readonly string[] Subjects =
        ["Vårbestilling", "Etterbestilling", "Utstyr til verksted", "Belysning, nytt lager", "Verneutstyr", "Høstkampanje", "Reservedeler", "Båtutstyr"];

    /// <summary>The sum, without VAT.</summary>
    public decimal Total => Lines.Sum(line => line.Quantity * line.Price);

    /// <summary>The deal of that place in a series.</summary>
    /// <param name="series">What the series is called; each has customers and days of its own.</param>
    /// <param name="index">The place.</param>
    /// <param name="businesses">The companies; the first buys nothing.</param>
    /// <param name="contacts">The people at the companies.</param>
    /// <param name="staff">The sellers are among them.</param>
    /// <param name="articles">What is sold.</param>
    public static Deal Create(
        string series, int index, IReadOnlyList<Business> businesses, IReadOnlyList<Person> contacts, IReadOnlyList<Person> staff,
        IReadOnlyList<Article> articles)
    {
        var random = RandomSource.For(series, index);
        var customer = businesses[random.Between(1, businesses.Count - 1)];
        var people = contacts.Where(person => person.Employer == customer).ToList();
        var contact = random.Below(5) == 0 ? null : random.Of(people);
        var date = Moments.Today.AddDays(index - 170);
        DateOnly? due = random.Below(6) == 0 ? null : date.AddDays(random.Between(7, 45));
        return new Deal(index, customer, contact, random.Of(staff), date, due, random.Of(Subjects), DealLine.Many(series, index, articles));
    }
}
