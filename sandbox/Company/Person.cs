namespace SesamTalk.Sandbox.Company;

/// <summary>A person at a customer, or of the sample company.</summary>
/// <param name="Index">The person's place among the contacts or among the staff.</param>
/// <param name="FirstName">First name.</param>
/// <param name="LastName">Last name.</param>
/// <param name="JobTitle">What the person does.</param>
/// <param name="Email">The person's mail address, which may be a shared mailbox.</param>
/// <param name="Phone">The number on the person's desk.</param>
/// <param name="Mobile">The number in the person's pocket.</param>
/// <param name="Employer">Where the person works; a few contacts work for themselves.</param>
internal sealed record Person(
    int Index, string FirstName, string LastName, string? JobTitle, string Email, PhoneNumber? Phone, PhoneNumber Mobile, Business? Employer)
{
    /// <summary>First and last name.</summary>
    public string FullName => $"{FirstName} {LastName}";

    /// <summary>The name of that place in a country: no two places have the same one.</summary>
    public static (string First, string Last) NameOf(Country country, int place)
    {
        var (first, last) = (country.FirstNames, country.LastNames);
        return (first[place * 7 % first.Length], last[((place * 11) + (place / first.Length)) % last.Length]);
    }

    /// <summary>The address that a name gets in a domain.</summary>
    public static string Address(string first, string last, string domain) => $"{Ascii.Fold(first)}.{Ascii.Fold(last)}@{domain}";
}
