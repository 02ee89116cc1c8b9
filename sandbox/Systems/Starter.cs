using SesamTalk.Sandbox.Company;
using SesamTalk.Sandbox.Tables;

namespace SesamTalk.Sandbox.Systems;

/// <summary>A shop and its accounts: the few records that a new workspace begins with.</summary>
internal static class Starter
{
    private static readonly DateTime Entered = Moments.Now.AddDays(-30);

    /// <summary>The rows of a system; none for one that is neither of the two.</summary>
    public static IEnumerable<SampleRow> Of(string system) => system switch
    {
        "shop" => Shop,
        "accounts" => Accounts,
        _ => [],
    };

    private static SampleRow[] Shop =>
    [
        Customer(1, "1001", "Vik Books", "post@vikbooks.example", "+47 22 00 00 01", "Harbour Street 1", "0150", "Oslo", "active"),
        Customer(2, "1002", "Ek Bakery", "hello@ekbakery.example", "+47 22 00 00 02", "Mill Lane 12", "5003", "Bergen", "closed"),
        Customer(3, "1003", "Moe Boats", "moe@moeboats.example", "+47 22 00 00 03", "Pier 4", "6002", "Ålesund", "active"),
        Customer(4, "1004", "Lind Garden", "lind@lindgarden.example", null, "Hill Road 7", "7011", "Trondheim", "active"),
        Article(1, "B-100", "Oak chair", "A chair of oak, oiled.", 890.00m, 14),
        Article(2, "B-200", "Oak table", "A table of oak for six.", 4200.00m, 3),
        Article(3, "B-300", "Wool rug", null, 1250.50m, 0),
    ];

    private static SampleRow[] Accounts =>
    [
        new("Customer")
        {
            { "CustomerId", 501 }, { "Number", "1001" }, { "Name", "Vik Books" }, { "EmailAddress", "post@vikbooks.example" },
            { "AddressLine1", "Harbour Street 1" }, { "Postcode", "0150" }, { "City", "Oslo" }, { "Status", "A" }, { "ModifiedAt", Entered },
        },
        new("Customer")
        {
            { "CustomerId", 502 }, { "Number", "1003" }, { "Name", "Moe Boats" }, { "EmailAddress", "moe@moeboats.example" },
            { "PhoneNumber", "+47 22 00 00 03" }, { "AddressLine1", "Pier 4" }, { "Postcode", "6002" }, { "City", "Ålesund" }, { "Status", "A" },
            { "ModifiedAt", Entered },
        },
        new("Customer") { { "CustomerId", 503 }, { "Number", "9000" }, { "Name", "Cash sales" }, { "Status", "A" }, { "ModifiedAt", Entered } },
        new("Item")
        {
            { "ItemId", 701 }, { "Code", "B-100" }, { "Name", "Oak chair" }, { "SalesPrice", 890.00m }, { "VatCode", "high" }, { "ModifiedAt", Entered },
        },
    ];

    private static SampleRow Customer(
        int id, string number, string name, string email, string? phone, string street, string zip, string city, string status) => new("Customer")
    {
        { "id", id }, { "customer_no", number }, { "name", name }, { "email", email }, { "phone", phone },
        { "street", street }, { "zip", zip }, { "city", city }, { "status", status }, { "changed_at", Entered },
    };

    private static SampleRow Article(int id, string sku, string name, string? description, decimal price, int stock) => new("Article")
    {
        { "id", id }, { "sku", sku }, { "name", name }, { "description", description }, { "unit_price", price }, { "in_stock", stock },
        { "changed_at", Entered },
    };
}
