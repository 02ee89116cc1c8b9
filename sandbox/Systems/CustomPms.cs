using SesamTalk.Sandbox.Company;
using SesamTalk.Sandbox.Tables;

namespace SesamTalk.Sandbox.Systems;

/// <summary>The project management: some customers from outside, a few departments as customers from inside, and its projects.</summary>
internal static class CustomPms
{
    private const string Name = "custom-pms";

    public static IEnumerable<SampleRow> Rows(SampleCompany company) =>
    [
        .. company.Businesses.Where(Presence.InPms).Select(Customer),
        .. ExactOffices.Departments.Index().Where(item => item.Index % 4 == 1).Select(item => Department(item.Index, item.Item)),
        Partner(0, "Fjordvakt Rådgivende Ingeniører", "Ålesund"),
        Partner(1, "Studio Zuiderzee", "Leeuwarden"),
        .. company.Undertakings.Where(project => Presence.InPms(project.Customer)).Select(Project),
    ];

    // Where a name or a mailbox differs from the other systems', the later change decides.
    private static SampleRow Customer(Business business) => new("Customer")
    {
        { "id", CustomerId(business) },
        { "name", Spelling.OfCompany(business.Name, business.Index / 4) },
        { "accountCode", business.Index % 8 == 4 ? business.CustomerNumber : null },
        { "orgNumber", business.Number },
        { "email", business.Index % 8 == 0 ? null : Spelling.OfAddress(business.Mailbox("faktura"), business.Index) },
        { "phone", business.Phone.Typed(business.Index / 4) },
        { "website", business.Website },
        { "street", business.Street },
        { "postalCode", business.Postcode },
        { "city", business.Town },
        { "country", business.Country.Code },
        { "modifiedAt", Moments.Changed(Name + "/Customer", business.Index) },
    };

    private static SampleRow Department(int index, Department department) => new("Customer")
    {
        { "id", Keys.Uuid(Name + "/Customer/department", index) },
        { "name", $"Internt: {department.Description}" },
        { "departmentCode", department.Code },
        { "modifiedAt", Moments.ChangedLongAgo(Name + "/Customer/department", index) },
    };

    private static SampleRow Partner(int index, string name, string town) => new("Customer")
    {
        { "id", Keys.Uuid(Name + "/Customer/partner", index) },
        { "name", name },
        { "city", town },
        { "modifiedAt", Moments.Changed(Name + "/Customer/partner", index) },
    };

    private static SampleRow Project(Undertaking project) => new("Project")
    {
        { "id", Keys.Uuid(Name + "/Project", project.Index) },
        { "number", project.Number },
        { "name", project.Title },
        { "customerId", CustomerId(project.Customer) },
        { "startsOn", DateOnly.FromDateTime(project.Start) },
        { "endsOn", project.End is { } end ? DateOnly.FromDateTime(end) : null },
        { "budgetHours", 40m + (project.Index * 7.5m) },
        { "modifiedAt", Moments.Changed(Name + "/Project", project.Index) },
    };

    private static string CustomerId(Business business) => Keys.Uuid(Name + "/Customer", business.Index);
}
