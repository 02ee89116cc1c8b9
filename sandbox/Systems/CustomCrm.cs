using SesamTalk.Sandbox.Company;
using SesamTalk.Sandbox.Tables;

namespace SesamTalk.Sandbox.Systems;

/// <summary>The CRM of the sales department: most customers, with the people there, the goods and the orders.</summary>
internal static class CustomCrm
{
    /// <summary>A customer with a branch that is a customer too, under the same organisation number.</summary>
    public const int HeadOffice = 44;

    /// <summary>The branch.</summary>
    public const int Branch = 45;

    private const string Name = "custom-crm";

    public static IEnumerable<SampleRow> Rows(SampleCompany company) =>
    [
        .. company.Businesses.Where(Presence.InCustomCrm).Select(business => Customer(business, company.Businesses[HeadOffice])),
        .. company.Contacts.Where(Presence.InCustomCrm).Select(Contact),
        .. company.Articles.Where(article => article.Index < 50).Select(Product),
        .. Orders(company).Select(Order),
        .. Orders(company).SelectMany(order => Lines(order).Select(line => Line(order, line))),
    ];

    /// <summary>The lines of an order that the CRM has the products of.</summary>
    public static IEnumerable<DealLine> Lines(Deal order) => order.Lines.Where(line => line.Article.Index < 50);

    /// <summary>The number of a customer.</summary>
    public static int CustomerNumber(Business business) => 5000 + business.Index;

    /// <summary>The orders that this department took.</summary>
    public static IEnumerable<Deal> Orders(SampleCompany company) =>
        company.Orders.Where(order => Presence.InCustomCrm(order.Customer)).Take(90);

    /// <summary>The number of an order.</summary>
    public static int OrderNumber(Deal order) => 70001 + order.Index;

    private static SampleRow Customer(Business business, Business headOffice) => new("Customer")
    {
        { "id", CustomerId(business) },
        { "customer_no", CustomerNumber(business) },
        { "name", business.Index == Branch ? $"{headOffice.Name}, avd. {business.Town}" : business.Name },
        { "org_no", business.Index == Branch ? headOffice.Number : business.Number },
        { "email", business.Mailbox("post") },
        { "invoice_email", business.Index % 4 == 3 ? null : business.Mailbox("faktura") },
        { "phone", business.Phone.Spaced },
        { "website", business.Website },
        { "street", business.Street },
        { "zip", business.Postcode },
        { "city", business.Town },
        { "country", business.Country.Code },
        { "currency", business.Country.Currency },
        { "changed_at", Moments.Changed(Name + "/Customer", business.Index) },
    };

    private static SampleRow Contact(Person person) => new("Contact")
    {
        { "id", ContactId(person) },
        { "customer_id", CustomerId(person.Employer!) },
        { "first_name", person.FirstName },
        { "last_name", person.LastName },
        { "email", person.Email },
        { "phone", person.Mobile.Spaced },
        { "title", person.JobTitle },
        { "active", person.Index % 19 != 11 },
        { "changed_at", Moments.Changed(Name + "/Contact", person.Index) },
    };

    private static SampleRow Product(Article article) => new("Product")
    {
        { "id", Keys.Uuid(Name + "/Product", article.Index) },
        { "sku", article.Number },
        { "name", article.Name },
        { "description", article.Description },
        { "gtin", article.Ean },
        { "unit", "EA" },
        { "unit_price", article.Price },
        { "unit_cost", article.Cost },
        { "stocked", article.Index % 10 != 9 },
        { "changed_at", Moments.Changed(Name + "/Product", article.Index) },
    };

    private static SampleRow Order(Deal order) => new("Order")
    {
        { "id", Keys.Uuid(Name + "/Order", order.Index) },
        { "order_no", OrderNumber(order) },
        { "customer_id", CustomerId(order.Customer) },
        { "contact_id", order.Contact is { } contact && Presence.InCustomCrm(contact) ? ContactId(contact) : null },
        { "order_date", order.Date },
        { "delivery_date", order.Due },
        { "currency", order.Customer.Country.Currency },
        { "customer_ref", order.Description },
        { "purchase_order_no", order.Index % 3 == 0 ? $"PO-{order.Index:0000}" : null },
        { "total", order.Total },
        { "changed_at", Moments.ChangedAfter(order.Date, Name + "/Order", order.Index) },
    };

    private static SampleRow Line(Deal order, DealLine line) => new("Order.lines")
    {
        { "order_id", Keys.Uuid(Name + "/Order", order.Index) },
        { "id", Keys.Uuid($"{Name}/Order/{order.Index}", line.Number) },
        { "position", line.Number },
        { "product_id", Keys.Uuid(Name + "/Product", line.Article.Index) },
        { "text", line.Article.Name },
        { "quantity", line.Quantity },
        { "price", line.Price },
    };

    private static string CustomerId(Business business) => Keys.Uuid(Name + "/Customer", business.Index);

    private static string ContactId(Person person) => Keys.Uuid(Name + "/Contact", person.Index);
}
