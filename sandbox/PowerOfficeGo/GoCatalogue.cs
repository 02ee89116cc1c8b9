using System.Collections.Immutable;
using SesamTalk.Sandbox.Storage;

namespace SesamTalk.Sandbox.PowerOfficeGo;

/// <summary>The resources that the stand-in of PowerOffice Go serves.</summary>
internal static class GoCatalogue
{
    /// <summary>The column that holds when a record was last changed.</summary>
    public const string Modified = "LastChangedDateTimeOffset";

    private static readonly (string, GoComparison, string) Changed = ("lastChangedDateTimeOffsetGreaterThan", GoComparison.Later, Modified);

    private static readonly (string, GoComparison, string) Made = ("createdDateTimeOffsetGreaterThan", GoComparison.Later, "CreatedDateTimeOffset");

    /// <summary>All of them.</summary>
    public static ImmutableArray<GoResource> Resources { get; } =
    [
        new("Customers", "Customer", "Customer",
        [
            Changed,
            ("customerCreatedDateTimeOffsetGreaterThan", GoComparison.Later, "CustomerCreatedDateTimeOffset"),
            ("customerNos", GoComparison.Numbers, "Number"),
            ("externalNos", GoComparison.Numbers, "ExternalNumber"),
            ("externalImportReference", GoComparison.Texts, "ExternalImportReference"),
        ])
        {
            IsBlind = column => column.StartsWith("MailAddress.", StringComparison.Ordinal),
            BlindModified = "MailAddress.LastChangedDateTimeOffset",
            Created = ["CustomerCreatedDateTimeOffset", "ContactCreatedDateTimeOffset"],
        },
        new("ContactPersons", "ContactPerson", "ContactPerson",
            [Changed, Made, ("contactIds", GoComparison.Numbers, "ContactId"), ("externalCodes", GoComparison.Texts, "ExternalCode")]),
        new("Products", "Product", "Product",
        [
            Changed, Made,
            ("stockOnHandLastChangedDatetimeOffsetGreaterThan", GoComparison.Later, "StockOnHandLastChangedDatetimeOffset"),
            ("codes", GoComparison.Texts, "Code"),
            ("names", GoComparison.Texts, "Name"),
            ("productGroupCodes", GoComparison.Texts, "ProductGroupCode"),
            ("type", GoComparison.Texts, "ProductType"),
            ("isArchived", GoComparison.Truth, "IsArchived"),
        ])
        {
            IsBlind = column => column.StartsWith("Stock", StringComparison.Ordinal),
            BlindModified = "StockOnHandLastChangedDatetimeOffset",
        },
        new("SalesOrders", "SalesOrder", "SalesOrders",
        [
            Changed,
            ("customerNos", GoComparison.Numbers, "CustomerNo"),
            ("departmentCodes", GoComparison.Texts, "DepartmentCode"),
            ("projectCodes", GoComparison.Texts, "ProjectCode"),
            ("orderStatus", GoComparison.Texts, "SalesOrderStatus"),
            ("onlyCreatedByCurrentIntegration", GoComparison.Truth, "IsCreatedByCurrentIntegration"),
        ]),
        new("SalesOrderLines", "SalesOrderLine", "SalesOrders", []) { Created = [] },
        new("Departments", "Department", "Department", [Changed]),
        new("Employees", "Employee", "Employee", [Changed]) { Created = ["EmployeeCreatedDateTimeOffset", "ContactCreatedDateTimeOffset"] },
    ];

    /// <summary>Their tables.</summary>
    public static ImmutableArray<EntityTable> Tables => [.. Resources.Select(resource => resource.Table)];

    /// <summary>The resource of that name, in whatever case; none where there is none.</summary>
    public static GoResource? Find(string name) => Resources.FirstOrDefault(resource => string.Equals(resource.Name, name, StringComparison.OrdinalIgnoreCase));
}
