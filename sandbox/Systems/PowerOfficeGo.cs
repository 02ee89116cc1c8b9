using SesamTalk.Sandbox.Company;
using SesamTalk.Sandbox.Tables;

namespace SesamTalk.Sandbox.Systems;

/// <summary>PowerOffice Go: the customers that were invoiced, with some people, goods and orders.</summary>
internal static class PowerOfficeGo
{
    private const string Name = "poweroffice-go";

    // No organisation number was entered: the number that the CRM gave it tells who it is.
    private const int WithoutOrganisationNumber = 13;

    private static readonly string[] OwnCustomers = ["Kontantkunde", "Fjellstua Bakeri AS", "Hagebyen Borettslag", "Dekkverkstedet på Åsen AS"];

    public static IEnumerable<SampleRow> Rows(SampleCompany company) =>
    [
        .. company.Businesses.Where(Presence.InPowerOffice).Select(Customer),
        .. OwnCustomers.Index().Select(item => OwnCustomer(item.Index, item.Item)),
        .. company.Contacts.Where(Presence.InPowerOffice).Select(ContactPerson),
        .. company.Articles.Where(article => article.Index < 50 && article.Index % 5 < 2).Select(Product),
        .. CustomCrm.Orders(company).Where(IsInvoiced).Select(SalesOrder),
        .. CustomCrm.Orders(company).Where(IsInvoiced).SelectMany(Lines),
    ];

    private static bool IsInvoiced(Deal order) =>
        Presence.InPowerOffice(order.Customer) && order.Customer.Index != CustomCrm.HeadOffice && order.Index < 100;

    private static SampleRow Customer(Business business) => new("Customers")
    {
        { "Id", CustomerId(business) },
        { "Number", 10000 + business.Index },
        { "ExternalNumber", business.Index % 5 == 3 ? CustomCrm.CustomerNumber(business) : null },
        { "Name", Spelling.OfCompany(business.Name, business.Index / 5) },
        { "OrganizationNumber", business.Index == WithoutOrganisationNumber ? null : business.Number },
        { "EmailAddress", business.Index % 10 == 5 ? null : Spelling.OfAddress(business.Mailbox("post"), business.Index / 5) },
        { "PhoneNumber", business.Phone.Typed(business.Index) },
        { "WebsiteUrl", business.Index % 10 == 8 ? string.Empty : business.Website },
        { "CurrencyCode", business.Country.Currency },
        { "IsPerson", false },
        { "IsActive", true },
        { "MailAddress.AddressLine1", business.Index % 3 == 0 ? business.Street.ToUpperInvariant() : business.Street },
        { "MailAddress.ZipCode", business.Postcode },
        { "MailAddress.City", business.Town },
        { "MailAddress.CountryCode", business.Country.Code },
        { "LastChangedDateTimeOffset", Moments.Changed(Name + "/Customers", business.Index) },
    };

    private static SampleRow OwnCustomer(int index, string name) => new("Customers")
    {
        { "Id", 8_199_001 + index },
        { "Number", 19001 + index },
        { "Name", name },
        { "CurrencyCode", "NOK" },
        { "IsPerson", false },
        { "IsActive", true },
        { "LastChangedDateTimeOffset", Moments.Changed(Name + "/Customers/own", index) },
    };

    private static SampleRow ContactPerson(Person person) => new("ContactPersons")
    {
        { "Id", ContactPersonId(person) },
        { "ContactId", CustomerId(person.Employer!) },
        { "FirstName", person.FirstName },
        { "LastName", person.LastName },
        { "EmailAddress", Spelling.OfAddress(person.Email, person.Index) },
        { "PhoneNumber", person.Mobile.Typed(person.Index) },
        { "Title", person.Index % 4 == 1 ? null : person.JobTitle },
        { "IsActive", true },
        { "LastChangedDateTimeOffset", Moments.Changed(Name + "/ContactPersons", person.Index) },
    };

    private static SampleRow Product(Article article) => new("Products")
    {
        { "Id", 640_001 + article.Index },
        { "Code", article.Index % 10 == 6 ? null : article.Number },
        { "Name", article.Index % 5 == 1 ? article.Name.ToUpperInvariant() : article.Name },
        { "Gtin", article.Ean },
        { "UnitOfMeasureCode", "EA" },
        { "UnitPrice", article.Index % 10 == 5 ? article.Price + 10m : article.Price },
        { "ProductType", "Product" },
        { "IsStockItem", true },
        { "LastChangedDateTimeOffset", Moments.Changed(Name + "/Products", article.Index) },
    };

    private static SampleRow SalesOrder(Deal order) => new("SalesOrders")
    {
        { "Id", Keys.Uuid(Name + "/SalesOrders", order.Index) },
        { "SalesOrderNo", 1 + order.Index },
        { "ImportedOrderNo", CustomCrm.OrderNumber(order) },
        { "CustomerId", CustomerId(order.Customer) },
        { "SalesOrderDate", order.Date },
        { "CurrencyCode", order.Customer.Country.Currency },
        { "CustomerReference", order.Index % 4 == 0 ? order.Description.ToUpperInvariant() : order.Description },
        { "SalesOrderStatus", "Draft" },
        { "TotalAmount", order.Total },
        { "LastChangedDateTimeOffset", Moments.ChangedAfter(order.Date, Name + "/SalesOrders", order.Index) },
    };

    // What was not entered as a product yet was left out.
    private static IEnumerable<SampleRow> Lines(Deal order) => CustomCrm.Lines(order).Where(line => line.Article.Index % 5 < 2).Select(line => new SampleRow("SalesOrders.SalesOrderLines")
    {
        { "SalesOrderId", Keys.Uuid(Name + "/SalesOrders", order.Index) },
        { "Id", Keys.Uuid($"{Name}/SalesOrders/{order.Index}", line.Number) },
        { "SortOrder", line.Number },
        { "ProductId", 640_001 + line.Article.Index },
        { "Description", line.Article.Name },
        { "Quantity", line.Quantity },
        { "ProductUnitPrice", order.Index % 7 == 2 ? line.Price - 1m : line.Price },
    });

    private static long? CustomerId(Business business) => 8_100_001 + business.Index;

    private static long? ContactPersonId(Person person) => 8_300_001 + person.Index;
}
