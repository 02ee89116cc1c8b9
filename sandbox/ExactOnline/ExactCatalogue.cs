using System.Collections.Immutable;
using SesamTalk.Sandbox.Storage;

namespace SesamTalk.Sandbox.ExactOnline;

/// <summary>The entities that the stand-in of Exact Online serves.</summary>
internal static class ExactCatalogue
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<ExactEntity> Entities { get; } =
    [
        new("Accounts", "crm/Accounts") { Bulk = "bulk/CRM/Accounts", Sync = "sync/CRM/Accounts", DeletedType = 2, Topic = "Accounts", IsWritable = true },
        new("Contacts", "crm/Contacts") { Bulk = "bulk/CRM/Contacts", Sync = "sync/CRM/Contacts", DeletedType = 5, Topic = "Contacts", IsWritable = true },
        new("Addresses", "crm/Addresses") { Bulk = "bulk/CRM/Addresses", Sync = "sync/CRM/Addresses", DeletedType = 3, IsWritable = true },
        new("Employees", "payroll/Employees") { Sync = "sync/Payroll/Employees", DeletedType = 42 },
        new("Items", "logistics/Items") { Bulk = "bulk/Logistics/Items", Sync = "sync/Logistics/Items", DeletedType = 9, Topic = "Items", IsWritable = true },
        new("SalesOrders", "salesorder/SalesOrders")
        {
            Bulk = "bulk/SalesOrder/SalesOrders", Sync = "sync/SalesOrder/SalesOrderHeaders", DeletedType = 32, Topic = "SalesOrders", IsWritable = true, ShowsCreated = true,
        },
        new("SalesOrderLines", "salesorder/SalesOrderLines")
        {
            Bulk = "bulk/SalesOrder/SalesOrderLines", Sync = "sync/SalesOrder/SalesOrderLines", DeletedType = 33, IsWritable = true, HeadOf = "SalesOrders", HeadKey = "OrderID",
        },
        new("Quotations", "crm/Quotations")
        {
            Bulk = "bulk/CRM/Quotations", Sync = "sync/CRM/QuotationHeaders", DeletedType = 34, Topic = "Quotations", IsWritable = true, ShowsCreated = true,
        },
        new("QuotationLines", "crm/QuotationLines")
        {
            Bulk = "bulk/CRM/QuotationLines", Sync = "sync/CRM/QuotationLines", DeletedType = 35, IsWritable = true, HeadOf = "Quotations", HeadKey = "QuotationID",
        },
        new("Departments", "hrm/Departments"),
        new("Divisions", "system/Divisions") { IsInDivision = false },
        new("WebhookSubscriptions", "webhooks/WebhookSubscriptions") { IsWritable = true, ShowsCreated = true },
        new("Deleted", string.Empty) { Sync = "sync/Deleted" },
    ];

    /// <summary>Their tables.</summary>
    public static ImmutableArray<EntityTable> Tables { get; } = [.. Entities.Select(entity => entity.Table)];

    /// <summary>The entity of that name.</summary>
    public static ExactEntity Of(string name) => Entities.First(entity => entity.Name == name);

    /// <summary>The entity whose rows are the lines of another.</summary>
    public static ExactEntity? LinesOf(string head) => Entities.FirstOrDefault(entity => entity.HeadOf == head);
}
