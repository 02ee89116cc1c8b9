using SesamTalk.Sandbox.Company;
using SesamTalk.Sandbox.Tables;

namespace SesamTalk.Sandbox.Systems;

/// <summary>Accounts and contacts of Exact Online.</summary>
internal static class ExactRelations
{
    private static readonly string[] Suppliers =
        ["Skyggeland Papir AS", "Grossist Vesterhav AS", "De Vlonder Import B.V.", "Nordkvist Emballage AB", "Lichtblick Leuchten GmbH"];

    public static IEnumerable<SampleRow> Rows(SampleCompany company) =>
    [
        .. company.Businesses.Where(Presence.InExact).Select(Account),
        .. Suppliers.Index().Select(item => Supplier(item.Index, item.Item)),
        .. company.Contacts.Where(Presence.InExact).Select(Contact),
        .. company.Staff.Where(employee => employee.Index % 4 == 1).Select(Colleague),
        .. Enumerable.Range(0, 4).Select(SupplierContact),
    ];

    /// <summary>The key of the account of a company.</summary>
    public static string AccountId(Business business) => Keys.Uuid(ExactOnline.Name + "/Accounts", business.Index);

    /// <summary>The key of the contact of a person.</summary>
    public static string ContactId(Person contact) => Keys.Uuid(ExactOnline.Name + "/Contacts", contact.Index);

    // Some accounts lack a code, some the company's number, and some have the number in groups: one of the two always tells who it is.
    private static SampleRow Account(Business business) => new("Accounts")
    {
        { "ID", AccountId(business) },
        { "Code", business.Index % 12 == 9 ? null : Spelling.Padded(business.CustomerNumber) },
        { "Name", Spelling.OfCompany(business.Name, business.Index / 3) },
        { "Status", business.Index % 10 == 9 ? "P" : "C" },
        { "Type", business.Index == 0 ? "D" : "A" },
        { "IsSales", business.Index % 10 != 9 },
        { "ChamberOfCommerce", CompanyNumber(business) },
        { "VATNumber", business.VatNumber },
        { "Email", business.Index % 9 == 6 ? null : Spelling.OfAddress(business.Mailbox("post"), business.Index / 3) },
        { "Phone", business.Phone.Typed(business.Index / 3) },
        { "Website", business.Index % 15 == 3 ? string.Empty : business.Website },
        { "AddressLine1", business.Street },
        { "Postcode", business.Postcode },
        { "City", business.Index % 5 == 3 ? business.Town.ToUpperInvariant() : business.Town },
        { "Country", business.Country.Code + " " },
        { "SalesCurrency", business.Country.Currency },
        { "Division", ExactOnline.Division },
        { "Modified", Moments.Changed(ExactOnline.Name + "/Accounts", business.Index) },
    };

    private static string? CompanyNumber(Business business) => (business.Index % 12) switch
    {
        6 => null,
        3 => string.Join(' ', business.Number.Chunk(3).Select(group => new string(group))),
        _ => business.Number,
    };

    private static SampleRow Supplier(int index, string name) => new("Accounts")
    {
        { "ID", SupplierId(index) },
        { "Code", Spelling.Padded($"{90001 + index}") },
        { "Name", name },
        { "Status", "A" },
        { "Type", "A" },
        { "IsSales", false },
        { "IsSupplier", true },
        { "Email", SupplierMailbox(index, "ordre") },
        { "Country", "NO " },
        { "Division", ExactOnline.Division },
        { "Modified", Moments.Changed(ExactOnline.Name + "/Accounts/supplier", index) },
    };

    // A contact without a mail address is told by name and mobile telephone, so the number stands as the ERP has it.
    private static SampleRow Contact(Person person) => new("Contacts")
    {
        { "ID", ContactId(person) },
        { "Account", AccountId(person.Employer!) },
        { "FirstName", person.FirstName },
        { "LastName", person.Index % 16 == 4 ? person.LastName.ToUpperInvariant() : person.LastName },
        { "FullName", person.FullName },
        { "Email", HasNoAddress(person) ? null : Spelling.OfAddress(person.Email, person.Index / 2) },
        { "Phone", person.Phone?.Typed(person.Index / 2) },
        { "Mobile", person.Mobile.Typed(HasNoAddress(person) ? 0 : person.Index / 2) },
        { "JobTitleDescription", person.Index % 8 == 0 ? string.Empty : person.JobTitle },
        { "Gender", "O" },
        { "Division", ExactOnline.Division },
        { "Modified", Moments.Changed(ExactOnline.Name + "/Contacts", person.Index) },
    };

    private static bool HasNoAddress(Person person) => person.Index % 30 == 12;

    private static SampleRow Colleague(Person employee) => new("Contacts")
    {
        { "ID", Keys.Uuid(ExactOnline.Name + "/Contacts/employee", employee.Index) },
        { "Account", AccountId(employee.Employer!) },
        { "FirstName", employee.FirstName },
        { "LastName", employee.LastName },
        { "FullName", employee.FullName },
        { "Email", Spelling.OfAddress(employee.Email, employee.Index / 4) },
        { "Mobile", employee.Mobile.Typed(employee.Index / 4) },
        { "Division", ExactOnline.Division },
        { "Modified", Moments.Changed(ExactOnline.Name + "/Contacts/employee", employee.Index) },
    };

    private static SampleRow SupplierContact(int index)
    {
        var (first, last) = Person.NameOf(Countries.Norway, 800 + index);
        return new("Contacts")
        {
            { "ID", Keys.Uuid(ExactOnline.Name + "/Contacts/supplier", index) },
            { "Account", SupplierId(index) },
            { "FirstName", first },
            { "LastName", last },
            { "FullName", $"{first} {last}" },
            { "Email", index == 3 ? Mailboxes.Unknown : SupplierMailbox(index, Ascii.Fold(first)) },
            { "Division", ExactOnline.Division },
            { "Modified", Moments.Changed(ExactOnline.Name + "/Contacts/supplier", index) },
        };
    }

    private static string SupplierId(int index) => Keys.Uuid(ExactOnline.Name + "/Accounts/supplier", index);

    private static string SupplierMailbox(int index, string name) => $"{name}@leverandor{index + 1}.example";
}
