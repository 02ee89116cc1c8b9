using SesamTalk.Sandbox.Company;
using SesamTalk.Sandbox.Tables;

namespace SesamTalk.Sandbox.Systems;

/// <summary>Employees, departments and divisions of Exact Online.</summary>
internal static class ExactPayroll
{
    public static IEnumerable<SampleRow> Rows(SampleCompany company) =>
    [
        .. company.Staff.Where(Presence.InPayroll).Select(Employee),
        Former(0, 88, company.Own),
        Former(1, 92, company.Own),
        .. ExactOffices.Departments.Index().Select(item => Department(item.Index, item.Item)),
        OwnDivision(company.Own),
        Division(1, "Nordlys Handel B.V.", "67012345", "NL", "Rotterdam"),
        Division(2, "Nordlys Service AS", "912345670", "NO", "Ålesund"),
    ];

    private static SampleRow Employee(Person person) => new("Employees")
    {
        { "ID", Keys.Uuid(ExactOnline.Name + "/Employees", person.Index) },
        { "Code", $"{CustomErp.EmployeeNumber(person)}" },
        { "HID", CustomErp.EmployeeNumber(person) },
        { "EmployeeHID", CustomErp.EmployeeNumber(person) },
        { "FirstName", person.FirstName },
        { "LastName", person.LastName },
        { "FullName", person.FullName },
        { "BusinessEmail", person.Index % 10 == 4 ? null : Spelling.OfAddress(person.Email, person.Index) },
        { "BusinessPhone", person.Index % 7 == 3 ? null : person.Phone?.Typed(person.Index) },
        { "BusinessMobile", person.Mobile.Typed(person.Index + 3) },
        { "IsActive", true },
        { "StartDate", CustomErp.HiredOn(person) },
        { "Division", ExactOnline.Division },
        { "Modified", Moments.Changed(ExactOnline.Name + "/Employees", person.Index) },
    };

    // People who have left: the ERP knows them no more.
    private static SampleRow Former(int index, int number, Business employer)
    {
        var (first, last) = Person.NameOf(Countries.Norway, 600 + index);
        return new("Employees")
        {
            { "ID", Keys.Uuid(ExactOnline.Name + "/Employees/former", index) },
            { "Code", $"{number}" },
            { "HID", number },
            { "EmployeeHID", number },
            { "FirstName", first },
            { "LastName", last },
            { "FullName", $"{first} {last}" },
            { "BusinessEmail", Person.Address(first, last, employer.Domain) },
            { "IsActive", false },
            { "StartDate", Moments.DayBefore("former", index, 14) },
            { "EndDate", Moments.Today.AddDays(-40 - index) },
            { "Division", ExactOnline.Division },
            { "Modified", Moments.Changed(ExactOnline.Name + "/Employees/former", index) },
        };
    }

    private static SampleRow Department(int index, Department department) => new("Departments")
    {
        { "ID", Keys.Uuid(ExactOnline.Name + "/Departments", index) },
        { "Code", department.Code },
        { "Description", department.Description },
        { "Costcenter", department.CostCenter },
        { "Notes", index % 4 == 2 ? "Ansvarlig sitter på hovedkontoret." : null },
        { "Division", ExactOnline.Division },
        { "Modified", Moments.Changed(ExactOnline.Name + "/Departments", index) },
    };

    private static SampleRow OwnDivision(Business own) => new("Divisions")
    {
        { "Code", ExactOnline.Division },
        { "Description", own.Name },
        { "ChamberOfCommerceNumber", own.Number },
        { "VATNumber", own.VatNumber },
        { "Country", own.Country.Code + " " },
        { "City", own.Town },
        { "Postcode", own.Postcode },
        { "AddressLine1", own.Street },
        { "Email", own.Mailbox("post") },
        { "Currency", own.Country.Currency },
        { "Status", 1 },
        { "Current", true },
        { "IsMainDivision", true },
        { "Customer", ExactRelations.AccountId(own) },
        { "Modified", Moments.ChangedLongAgo(ExactOnline.Name + "/Divisions", 0) },
    };

    private static SampleRow Division(int index, string name, string number, string country, string city) => new("Divisions")
    {
        { "Code", ExactOnline.Division + (100 * index) },
        { "Description", name },
        { "ChamberOfCommerceNumber", number },
        { "Country", country + " " },
        { "City", city },
        { "Status", 1 },
        { "Current", false },
        { "IsMainDivision", false },
        { "Modified", Moments.Changed(ExactOnline.Name + "/Divisions", index) },
    };
}
