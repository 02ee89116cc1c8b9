using System.Collections.Immutable;
using SesamTalk.Sandbox.ExactOnline;
using SesamTalk.Sandbox.Http;

namespace SesamTalk.Benchmarks.Vendors;

/// <summary>Exact Online beside the ERP: 60 calls a minute and 5,000 a day; feeds of 1,000 a page.</summary>
internal sealed record ExactOnline() : Vendor(
    "exact-online", "custom-erp", "customerp-to-exact", "connectors/ExactOnline/exact-online", new VendorRate(60, TimeSpan.FromMinutes(1), IsFixed: true))
{
    /// <inheritdoc/>
    public override ImmutableArray<VendorEntity> Entities { get; } =
    [
        new("Accounts", "ID", 1000),
        new("Contacts", "ID", 1000),
        new("Employees", "ID", 1000),
        new("Items", "ID", 1000),
        new("SalesOrders", "OrderID", 1000) { Lines = new("SalesOrderLines", "OrderID", 1000) },
        new("Quotations", "QuotationID", 1000) { Lines = new("QuotationLines", "QuotationID", 1000) },
    ];

    /// <inheritdoc/>
    public override string Settings => """
        address: "${env:address}"
        division: 100100
        client_id: "${env:client_id}"
        client_secret: "${env:client_secret}"
        """;

    /// <inheritdoc/>
    public override async Task<StandIn> StartAsync(StandInSettings settings) => await ExactOnlineStandIn.StartAsync(new ExactSettings(settings));

    /// <inheritdoc/>
    public override string Customers(int count) => $"""
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count})
        INSERT INTO Accounts (ID, Code, Name, Status) SELECT printf('00000000-0000-4000-9000-%012x', i), printf('%18s', 7000000 + i), 'Customer ' || i, 'C' FROM n
        """;

    /// <inheritdoc/>
    public override string LocalCustomers(int count, int missing) => $"""
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count + missing})
        INSERT INTO customers (customer_id, customer_no, name, status) SELECT 9000000 + i, 7000000 + i, 'Customer ' || i, 'customer' FROM n
        """;

    /// <inheritdoc/>
    public override string Edit(int count, string text) => $"UPDATE Accounts SET Remarks = '{text}' WHERE CAST(Code AS INTEGER) BETWEEN 7000001 AND {7000000 + count}";

    /// <inheritdoc/>
    public override string LocalEdit(int count, string text, string at) => $"UPDATE customers SET notes = '{text}', modified_at = '{at}' WHERE CAST(customer_no AS INTEGER) BETWEEN {7000001 + count} AND {7000000 + (2 * count)}";
}
