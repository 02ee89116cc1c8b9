using SesamTalk.Sandbox.Company;
using SesamTalk.Sandbox.Tables;

namespace SesamTalk.Sandbox.Systems;

/// <summary>CRMOffice: the people whom the sellers there talk to, the companies that they follow, and what they plan.</summary>
internal static class CrmOffice
{
    private const string Name = "crmoffice";

    public static IEnumerable<SampleRow> Rows(SampleCompany company) =>
    [
        .. company.Businesses.Where(Presence.InCrmOffice).Select(Company),
        .. company.Articles.Where(Presence.InCrmOffice).Select(ArticleCompany),
        .. company.Contacts.Where(Presence.InCrmOffice).Select(Contact),
        .. company.Staff.Where(employee => employee.Index % 3 == 2).Select(Colleague),
        .. Enumerable.Range(0, 6).Select(OwnContact),
        .. Ambiguous(company),
        .. company.Staff.Take(8).Select(User),
        .. company.Undertakings.Where(project => project.Index % 8 == 3).Select(Activity),
        .. Enumerable.Range(0, 6).Select(index => Call(index, company)),
    ];

    private static SampleRow Company(Business business) => new("Companies")
    {
        { "id", CompanyId(business) },
        { "orgNr", business.Number },
        { "name", business.Name },
        { "phone", business.Phone.Typed(business.Index) },
        { "website", business.Website },
        { "postAddress.streetAddress", business.Street },
        { "postAddress.postCode", business.Postcode },
        { "postAddress.postalArea", business.Town },
        { "postAddress.country", business.Country.Code },
        { "modifiedAt", Moments.Changed(Name + "/Companies", business.Index) },
    };

    private static SampleRow ArticleCompany(Article article) => new("Companies")
    {
        { "id", Keys.Opaque(Name + "/Companies/article", article.Index) },
        { "orgNr", article.Number },
        { "name", article.Index % 2 == 0 ? article.Name.ToUpperInvariant() : $" {article.Name}" },
        { "modifiedAt", Moments.Changed(Name + "/Companies/article", article.Index) },
    };

    // Whom the ERP knows without a mail address is told by name and mobile telephone, so the number stands as the ERP has it.
    private static SampleRow Contact(Person person) => new("Contacts")
    {
        { "id", Keys.Opaque(Name + "/Contacts", person.Index) },
        { "givenName", person.Index % 10 == 3 ? $" {person.FirstName}" : person.FirstName },
        { "familyName", person.LastName },
        { "email", Spelling.OfAddress(person.Email, person.Index / 3) },
        { "directPhone", person.Index % 5 == 0 ? null : person.Phone?.Typed(person.Index / 3) },
        { "mobilePhone", person.Mobile.Typed(person.Index % 20 == 7 ? 0 : person.Index / 3) },
        { "title", person.Index % 6 == 1 ? null : person.JobTitle },
        { "company.id", person.Employer is { } employer && Presence.InCrmOffice(employer) ? CompanyId(employer) : null },
        { "modifiedAt", Moments.Changed(Name + "/Contacts", person.Index) },
    };

    private static SampleRow Colleague(Person employee) => new("Contacts")
    {
        { "id", Keys.Opaque(Name + "/Contacts/employee", employee.Index) },
        { "givenName", employee.FirstName },
        { "familyName", employee.LastName },
        { "email", Spelling.OfAddress(employee.Email, employee.Index / 3) },
        { "mobilePhone", employee.Mobile.Typed(employee.Index / 3) },
        { "title", employee.Index % 2 == 0 ? "Kollega" : null },
        { "modifiedAt", Moments.Changed(Name + "/Contacts/employee", employee.Index) },
    };

    private static SampleRow OwnContact(int index)
    {
        var (first, last) = Person.NameOf(Countries.Norway, 700 + index);
        var address = index == 5 ? Mailboxes.Unknown : Person.Address(first, last, "messe.example");
        return Plain($"{Name}/Contacts/own", index, first, last, address);
    }

    // Two contacts with the mailbox of two contacts of the ERP, and one contact twice: who is who, a person must say.
    private static IEnumerable<SampleRow> Ambiguous(SampleCompany company)
    {
        var shared = company.Contacts[Mailboxes.SharedOnBothSides.First].Email;
        yield return Plain($"{Name}/Contacts/shared", 0, "Salg", "Nord", shared);
        yield return Plain($"{Name}/Contacts/shared", 1, "Salg", "Sør", shared.ToUpperInvariant());
        var twice = company.Contacts[Mailboxes.TwiceInCrmOffice];
        yield return Plain($"{Name}/Contacts/twice", 0, twice.FirstName, twice.LastName, twice.Email);
        yield return Plain($"{Name}/Contacts/twice", 1, twice.FirstName[..1] + ".", twice.LastName, twice.Email);
    }

    private static SampleRow Plain(string table, int index, string first, string last, string address) => new("Contacts")
    {
        { "id", Keys.Opaque(table, index) },
        { "givenName", first },
        { "familyName", last },
        { "email", address },
        { "modifiedAt", Moments.Changed(table, index) },
    };

    private static SampleRow User(Person employee) => new("Users")
    {
        { "userName", UserName(employee) },
        { "modifiedAt", Moments.ChangedLongAgo(Name + "/Users", employee.Index) },
    };

    private static SampleRow Activity(Undertaking project) => new("Activities")
    {
        { "id", Keys.Opaque(Name + "/Activities", project.Index) },
        { "subject", project.Name },
        { "description", "Befaring avtalt." },
        { "startsAt", project.Start },
        { "address.postalArea", project.Customer.Town },
        { "modifiedAt", Moments.Changed(Name + "/Activities", project.Index) },
    };

    private static SampleRow Call(int index, SampleCompany company) => new("Activities")
    {
        { "id", Keys.Opaque(Name + "/Activities/call", index) },
        { "subject", $"Ring {company.Contacts[3 * index].FullName}" },
        { "ownerId", UserName(company.Staff[index]) },
        { "startsAt", Moments.Now.AddDays(index + 1) },
        { "endsAt", Moments.Now.AddDays(index + 1).AddMinutes(30) },
        { "modifiedAt", Moments.Changed(Name + "/Activities/call", index) },
    };

    private static string CompanyId(Business business) => Keys.Opaque(Name + "/Companies", business.Index);

    private static string UserName(Person employee) => employee.Email[..employee.Email.IndexOf('@', StringComparison.Ordinal)];
}
