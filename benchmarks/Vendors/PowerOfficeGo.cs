using System.Collections.Immutable;
using SesamTalk.Sandbox.Http;
using SesamTalk.Sandbox.PowerOfficeGo;

namespace SesamTalk.Benchmarks.Vendors;

/// <summary>PowerOffice Go beside the CRM: ten calls a second; lists of 5,000 a page; the lines of an order take a call.</summary>
internal sealed record PowerOfficeGo() : Vendor(
    "poweroffice-go", "custom-crm", "custom-crm-to-powerofficego", "connectors/PowerOfficeGo/poweroffice-go", new VendorRate(10, TimeSpan.FromSeconds(1), IsFixed: false))
{
    /// <inheritdoc/>
    public override ImmutableArray<VendorEntity> Entities { get; } =
    [
        new("Customers", "Id", 5000),
        new("ContactPersons", "Id", 5000),
        new("Products", "Id", 5000),
        new("SalesOrders", "Id", 5000) { Lines = new("SalesOrderLines", "SalesOrderId", 0) },
    ];

    /// <inheritdoc/>
    public override string Settings => """
        address: "${env:address}"
        application_key: "${env:application_key}"
        client_key: "${env:client_key}"
        subscription_key: "${env:subscription_key}"
        """;

    /// <inheritdoc/>
    public override async Task<StandIn> StartAsync(StandInSettings settings) => await PowerOfficeGoStandIn.StartAsync(new GoSettings(settings));

    /// <inheritdoc/>
    // Each at an instant of its own, as in a company's books.
    public override string Customers(int count) => $"""
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count})
        INSERT INTO Customers (Id, ExternalNumber, Name, CurrencyCode, IsPerson, IsActive, LastChangedDateTimeOffset)
        SELECT 20000000 + i, 7000000 + i, 'Customer ' || i, 'NOK', 0, 1, strftime('%Y-%m-%dT%H:%M:%fZ', '2026-01-05', '+' || i || ' seconds') FROM n
        """;

    /// <inheritdoc/>
    public override string LocalCustomers(int count, int missing) => $"""
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count + missing})
        INSERT INTO crm_customer (id, customer_no, name, currency) SELECT printf('00000000-0000-4000-9000-%012x', i), 7000000 + i, 'Customer ' || i, 'NOK' FROM n
        """;

    /// <inheritdoc/>
    public override string Edit(int count, string text) => $"UPDATE Customers SET WebsiteUrl = 'https://{text}.example' WHERE ExternalNumber BETWEEN 7000001 AND {7000000 + count}";

    /// <inheritdoc/>
    public override string LocalEdit(int count, string text, string at) => $"UPDATE crm_customer SET website = 'https://{text}.example', changed_at = '{at}' WHERE customer_no BETWEEN {7000001 + count} AND {7000000 + (2 * count)}";
}
