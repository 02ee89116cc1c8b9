namespace SesamTalk.Sandbox.Company;

/// <summary>A company that the sample company does business with.</summary>
/// <param name="Index">Its place among the companies; 0 is the sample company itself.</param>
/// <param name="Name">Its name.</param>
/// <param name="Country">Where it is.</param>
/// <param name="Number">Its organisation number.</param>
/// <param name="VatNumber">Its VAT number.</param>
/// <param name="Street">Street and house number.</param>
/// <param name="Postcode">The postcode.</param>
/// <param name="Town">The town.</param>
/// <param name="Phone">Its office's number.</param>
internal sealed record Business(
    int Index, string Name, Country Country, string Number, string VatNumber, string Street, string Postcode, string Town, PhoneNumber Phone)
{
    /// <summary>The customer number that the ERP gave it.</summary>
    public string CustomerNumber => $"{10000 + Index}";

    /// <summary>Its place on the Internet, in a domain that can belong to nobody.</summary>
    public string Domain => $"{Ascii.Fold(CoreName)}.example";

    /// <summary>Its web site.</summary>
    public string Website => $"https://www.{Domain}";

    /// <summary>A mailbox of it.</summary>
    public string Mailbox(string name) => $"{name}@{Domain}";

    /// <summary>The company of that place.</summary>
    public static Business Create(int index)
    {
        var (name, country) = CompanyNames.All[index];
        var random = RandomSource.For("business", index);
        var (number, vatNumber) = OrganisationNumber.Create(country, random);
        var (postcode, town) = random.Of(country.Towns);
        var street = $"{random.Of(country.Streets)} {random.Between(1, 120)}";
        return new Business(index, name, country, number, vatNumber, street, postcode, town, PhoneNumber.Office(country, random));
    }

    // The name without what only says what kind of company it is.
    private string CoreName => Name[..Name.LastIndexOf(' ')];
}
