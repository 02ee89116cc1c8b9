namespace SesamTalk.Sandbox.Company;

/// <summary>A project that the sample company does for a customer.</summary>
/// <param name="Index">Its place.</param>
/// <param name="Title">What it is called, without its number.</param>
/// <param name="Customer">For whom.</param>
/// <param name="Manager">Who leads it.</param>
/// <param name="Start">When it begins, UTC.</param>
/// <param name="End">When it is to end, UTC, if that is known.</param>
internal sealed record Undertaking(int Index, string Title, Business Customer, Person Manager, DateTime Start, DateTime? End)
{
    private static readonly string[] Titles =
        ["Ny belysning", "Sikring av kai", "Ombygging av lager", "Adgangskontroll", "Serviceavtale", "Lydanlegg", "Pumpestasjon", "Verksted, innredning"];

    /// <summary>The number that the ERP gave it.</summary>
    public string Number => $"P-{2001 + Index}";

    /// <summary>Number and title.</summary>
    public string Name => $"{Number} {Title}, {Customer.Town}";

    /// <summary>The project of that place.</summary>
    public static Undertaking Create(int index, IReadOnlyList<Business> businesses, IReadOnlyList<Person> staff)
    {
        var random = RandomSource.For("project", index);
        var start = Moments.Now.Date.AddDays(random.Between(-200, 90)).AddHours(random.Between(6, 11));
        DateTime? end = random.Below(6) == 0 ? null : start.AddDays(random.Between(5, 120)).AddHours(4);
        return new Undertaking(index, random.Of(Titles), businesses[1 + (index * 3 % (businesses.Count - 1))], random.Of(staff), start, end);
    }
}
