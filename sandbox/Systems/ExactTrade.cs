using SesamTalk.Sandbox.Company;
using SesamTalk.Sandbox.Tables;

namespace SesamTalk.Sandbox.Systems;

/// <summary>Items, sales orders and quotations of Exact Online.</summary>
internal static class ExactTrade
{
    private static readonly string[] Services = ["Frakt Norge", "Frakt utland", "Montering, time", "Miljøgebyr"];

    public static IEnumerable<SampleRow> Rows(SampleCompany company) =>
    [
        .. company.Articles.Where(Presence.InExact).Select(Item),
        .. Services.Index().Select(item => Service(item.Index, item.Item)),
        .. SalesOrders(company).Select(SalesOrder),
        .. OrderQuotations(company).Select(OrderQuotation),
        .. Quotations(company).Select(Quotation),
        .. SalesOrders(company).SelectMany(order => Lines("SalesOrders", "SalesOrderLines", "OrderID", Keys.Uuid(ExactOnline.Name + "/SalesOrders", order.Index), order)),
        .. OrderQuotations(company).SelectMany(order => Lines("Quotations", "QuotationLines", "QuotationID", Keys.Uuid($"{ExactOnline.Name}/Quotations/order", order.Index), order)),
        .. Quotations(company).SelectMany(quote => Lines("Quotations", "QuotationLines", "QuotationID", Keys.Uuid($"{ExactOnline.Name}/Quotations/quote", quote.Index), quote)),
    ];

    private static IEnumerable<Deal> SalesOrders(SampleCompany company) =>
        company.Orders.Where(order => order.Index < 60 && Presence.InExact(order.Customer));

    private static IEnumerable<Deal> OrderQuotations(SampleCompany company) =>
        company.Orders.Where(order => order.Index is >= 60 and < 90 && Presence.InExact(order.Customer));

    private static IEnumerable<Deal> Quotations(SampleCompany company) =>
        company.Quotes.Where(quote => quote.Index < 15 && Presence.InExact(quote.Customer));

    // Lines of articles that are no items yet were left out; some quantities were changed on the telephone.
    private static IEnumerable<SampleRow> Lines(string entity, string list, string owner, string ownerId, Deal deal) =>
        deal.Lines.Where(line => Presence.InExact(line.Article)).Select(line => new SampleRow($"{entity}.{list}")
        {
            { owner, ownerId },
            { "ID", Keys.Uuid($"{ExactOnline.Name}/{list}/{ownerId}", line.Number) },
            { "LineNumber", line.Number },
            { "Item", Keys.Uuid(ExactOnline.Name + "/Items", line.Article.Index) },
            { "Description", line.Article.Name },
            { "Quantity", deal.Index % 8 == 3 ? line.Quantity + 1 : line.Quantity },
            { "NetPrice", line.Price },
        });

    // An item with a code of its own was not touched for long, so that the ERP's number is the later word on it.
    private static SampleRow Item(Article article) => new("Items")
    {
        { "ID", Keys.Uuid(ExactOnline.Name + "/Items", article.Index) },
        { "Code", Presence.HasOldCodeInExact(article) ? $"ART-{article.Index:000}" : article.Number },
        { "Description", article.Index % 4 == 0 ? article.Name.ToUpperInvariant() : article.Name },
        { "ExtraDescription", article.Index % 2 == 0 ? null : article.Description },
        { "Barcode", article.Ean },
        { "Unit", "stk     " },
        { "CostPriceStandard", article.Index % 6 == 3 ? article.Cost + 5m : article.Cost },
        { "NetWeight", article.Weight },
        { "IsSalesItem", true },
        { "Division", ExactOnline.Division },
        { "Modified", Presence.HasOldCodeInExact(article)
            ? Moments.ChangedLongAgo(ExactOnline.Name + "/Items", article.Index)
            : Moments.Changed(ExactOnline.Name + "/Items", article.Index) },
    };

    private static SampleRow Service(int index, string name) => new("Items")
    {
        { "ID", Keys.Uuid(ExactOnline.Name + "/Items/service", index) },
        { "Code", $"SRV-{index + 1:00}" },
        { "Description", name },
        { "Unit", "time    " },
        { "IsSalesItem", true },
        { "Division", ExactOnline.Division },
        { "Modified", Moments.Changed(ExactOnline.Name + "/Items/service", index) },
    };

    private static SampleRow SalesOrder(Deal order) => new("SalesOrders")
    {
        { "OrderID", Keys.Uuid(ExactOnline.Name + "/SalesOrders", order.Index) },
        { "OrderNumber", 240001 + order.Index },
        { "YourRef", CustomErp.OrderNumber(order) },
        { "OrderDate", order.Date },
        { "DeliveryDate", order.Index % 5 == 1 ? order.Due?.AddDays(3) : order.Due },
        { "Description", order.Description },
        { "Currency", order.Customer.Country.Currency },
        { "OrderedBy", ExactRelations.AccountId(order.Customer) },
        { "OrderedByContactPerson", ContactOf(order) },
        { "Status", order.Index % 3 == 0 ? 21 : 12 },
        { "AmountDC", order.Total },
        { "Division", ExactOnline.Division },
        { "Modified", Moments.ChangedAfter(order.Date, ExactOnline.Name + "/SalesOrders", order.Index) },
    };

    private static SampleRow OrderQuotation(Deal order) =>
        Quotation(order, "order", 440001, CustomErp.OrderNumber(order), ("DeliveryDate", order.Due));

    private static SampleRow Quotation(Deal quote) =>
        Quotation(quote, "quote", 400001, CustomErp.QuoteNumber(quote), ("DueDate", quote.Due));

    private static SampleRow Quotation(Deal deal, string series, int firstNumber, string reference, (string Property, DateOnly? Day) due) => new("Quotations")
    {
        { "QuotationID", Keys.Uuid($"{ExactOnline.Name}/Quotations/{series}", deal.Index) },
        { "QuotationNumber", firstNumber + deal.Index },
        { "YourRef", reference },
        { "QuotationDate", deal.Date },
        { due.Property, due.Day },
        { "Description", deal.Description },
        { "Currency", deal.Customer.Country.Currency },
        { "OrderAccount", ExactRelations.AccountId(deal.Customer) },
        { "OrderAccountContact", ContactOf(deal) },
        { "Status", 25 },
        { "AmountDC", deal.Total },
        { "Division", ExactOnline.Division },
        { "Modified", Moments.ChangedAfter(deal.Date, $"{ExactOnline.Name}/Quotations/{series}", deal.Index) },
    };

    private static string? ContactOf(Deal deal) =>
        deal.Contact is { } contact && Presence.InExact(contact) ? ExactRelations.ContactId(contact) : null;
}
