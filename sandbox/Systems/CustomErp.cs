using SesamTalk.Sandbox.Company;
using SesamTalk.Sandbox.Tables;

namespace SesamTalk.Sandbox.Systems;

/// <summary>The ERP: the whole company, more or less carefully entered.</summary>
internal static class CustomErp
{
    private const string Name = "custom-erp";

    public static IEnumerable<SampleRow> Rows(SampleCompany company) =>
    [
        .. company.Businesses.Select(Customer),
        .. company.Contacts.Select(Contact),
        .. company.Staff.Select(Employee),
        .. company.Articles.Select(Product),
        .. company.Undertakings.Select(Project),
        .. company.Orders.Select(Order),
        .. company.Quotes.Select(Quote),
        .. company.Orders.SelectMany(order => order.Lines.Select(line => Line("Order", "order_id", 5001 + order.Index, line))),
        .. company.Quotes.SelectMany(quote => quote.Lines.Select(line => Line("Quote", "quote_id", 901 + quote.Index, line))),
    ];

    /// <summary>The number of an order in all systems.</summary>
    public static string OrderNumber(Deal order) => $"SO-{24001 + order.Index}";

    /// <summary>The number of a quote in all systems.</summary>
    public static string QuoteNumber(Deal quote) => $"QT-{24001 + quote.Index}";

    /// <summary>The number of an employee in all systems.</summary>
    public static int EmployeeNumber(Person employee) => 101 + employee.Index;

    /// <summary>When an employee began.</summary>
    public static DateOnly HiredOn(Person employee) => Moments.DayBefore("hired", employee.Index, 12);

    private static SampleRow Customer(Business business) => new("Customer")
    {
        { "customer_id", CustomerId(business) },
        { "customer_no", business.CustomerNumber },
        { "name", business.Name },
        { "org_no", business.Number },
        { "vat_no", business.Index % 8 == 5 ? null : business.VatNumber },
        { "status", business.Index % 10 == 9 ? "prospect" : "customer" },
        { "email", business.Index % 14 == 4 ? null : business.Mailbox("post") },
        { "phone", business.Phone.Spaced },
        { "website", business.Index % 7 == 2 ? null : business.Website },
        { "street", business.Street },
        { "postcode", business.Postcode },
        { "city", business.Town },
        { "country", business.Country.Code },
        { "currency", business.Country.Currency },
        { "notes", business.Index % 9 == 8 ? "Leveres kun på formiddagen." : null },
        { "modified_at", Moments.Changed(Name + "/Customer", business.Index) },
    };

    private static SampleRow Contact(Person person) => new("Contact")
    {
        { "contact_id", ContactId(person) },
        { "customer_id", person.Employer is { } employer ? CustomerId(employer) : null },
        { "first_name", person.Index % 17 == 5 ? person.FirstName + " " : person.FirstName },
        { "last_name", person.LastName },
        { "email", person.Index % 20 == 7 ? null : person.Email },
        { "phone", person.Phone?.Spaced },
        { "mobile", person.Mobile.Spaced },
        { "job_title", person.JobTitle },
        { "notes", person.Index % 25 == 10 ? "Vil helst ha e-post." : null },
        { "modified_at", Moments.Changed(Name + "/Contact", person.Index) },
    };

    private static SampleRow Employee(Person person) => new("Employee")
    {
        { "employee_id", EmployeeId(person) },
        { "employee_no", EmployeeNumber(person) },
        { "employer_id", CustomerId(person.Employer!) },
        { "first_name", person.FirstName },
        { "last_name", person.LastName },
        { "email", person.Email },
        { "phone", person.Phone?.Spaced },
        { "mobile", person.Index % 8 == 6 ? null : person.Mobile.Spaced },
        { "job_title", person.JobTitle },
        { "hired_on", person.Index % 6 == 5 ? null : HiredOn(person) },
        { "modified_at", Moments.Changed(Name + "/Employee", person.Index) },
    };

    private static SampleRow Product(Article article) => new("Product")
    {
        { "product_id", 3001 + article.Index },
        { "product_no", article.Number },
        { "name", article.Name },
        { "description", article.Index % 5 == 4 ? null : article.Description },
        { "ean", article.Ean },
        { "unit", "stk" },
        { "cost_price", article.Cost },
        { "sales_price", article.Price },
        { "net_weight", article.Weight },
        { "web_page", article.Index % 6 == 1 ? null : article.WebPage },
        { "support_email", "produkt@nordlyshandel.example" },
        { "support_phone", "+47 22 90 00 10" },
        { "modified_at", Moments.Changed(Name + "/Product", article.Index) },
    };

    private static SampleRow Project(Undertaking project) => new("Project")
    {
        { "project_id", 701 + project.Index },
        { "project_no", project.Number },
        { "name", project.Name },
        { "description", project.Index % 4 == 2 ? null : $"{project.Title} hos {project.Customer.Name}" },
        { "customer_id", CustomerId(project.Customer) },
        { "manager_id", EmployeeId(project.Manager) },
        { "starts_at", project.Start },
        { "ends_at", project.End },
        { "site_city", project.Customer.Town },
        { "site_country", project.Customer.Country.Code },
        { "modified_at", Moments.Changed(Name + "/Project", project.Index) },
    };

    private static SampleRow Order(Deal order) => new("Order")
    {
        { "order_id", 5001 + order.Index },
        { "order_no", OrderNumber(order) },
        { "customer_id", CustomerId(order.Customer) },
        { "contact_id", order.Contact is { } contact ? ContactId(contact) : null },
        { "salesperson_id", EmployeeId(order.Seller) },
        { "order_date", order.Date },
        { "delivery_date", order.Due },
        { "currency", order.Customer.Country.Currency },
        { "description", order.Description },
        { "notes", order.Index % 12 == 5 ? "Ring før levering." : null },
        { "status", order.Index % 3 == 0 ? "shipped" : "entered" },
        { "total", order.Total },
        { "modified_at", Moments.ChangedAfter(order.Date, Name + "/Order", order.Index) },
    };

    private static SampleRow Quote(Deal quote) => new("Quote")
    {
        { "quote_id", 901 + quote.Index },
        { "quote_no", QuoteNumber(quote) },
        { "customer_id", CustomerId(quote.Customer) },
        { "contact_id", quote.Contact is { } contact ? ContactId(contact) : null },
        { "quote_date", quote.Date },
        { "valid_until", quote.Due },
        { "currency", quote.Customer.Country.Currency },
        { "description", quote.Description },
        { "total", quote.Total },
        { "modified_at", Moments.ChangedAfter(quote.Date, Name + "/Quote", quote.Index) },
    };

    // The table numbers the lines itself.
    private static SampleRow Line(string entity, string owner, int ownerId, DealLine line) => new($"{entity}.lines")
    {
        { owner, ownerId },
        { "line_no", line.Number },
        { "product_id", 3001 + line.Article.Index },
        { "description", line.Article.Name },
        { "quantity", line.Quantity },
        { "unit_price", line.Price },
    };

    private static long? CustomerId(Business business) => 1 + business.Index;

    private static long? ContactId(Person person) => 1001 + person.Index;

    private static long? EmployeeId(Person person) => 1 + person.Index;
}
