using System.Collections.Immutable;
using SesamTalk.Cli.Tests.Sandbox;

namespace SesamTalk.Cli.Tests.Killing;

/// <summary>Thins the sample company out to a few of each, the same few in every system, so that a run is over soon.</summary>
internal static class SmallCompany
{
    private const string OnePerson = "coalesce(lower(substr(trim({0}), 1, 1)), '') NOT IN ('a', 'm')";
    private const string OneCompany = "upper(substr(trim({0}), 1, 1)) NOT IN ('N', 'H')";
    private const string OneNumber = "substr(trim({0}), -1) NOT IN ('1', '6')";

    private static readonly ImmutableArray<(string System, string Table, string Others)> Superfluous =
    [
        ("custom-erp", "customers", Of(OneCompany, "name")),
        ("custom-erp", "contacts", Of(OnePerson, "email")),
        ("custom-erp", "employees", Of(OnePerson, "email")),
        ("custom-erp", "products", Of(OneNumber, "product_no")),
        ("custom-erp", "orders", Of(OneNumber, "order_no")),
        ("custom-erp", "quotes", Of(OneNumber, "quote_no")),
        ("custom-erp", "projects", Of(OneNumber, "project_no")),
        ("exact-online", "Accounts", Of(OneCompany, "Name")),
        ("exact-online", "Contacts", Of(OnePerson, "Email")),
        ("exact-online", "Employees", Of(OnePerson, "BusinessEmail")),
        ("exact-online", "Items", Of(OneNumber, "Code")),
        ("exact-online", "SalesOrders", Of(OneNumber, "YourRef")),
        ("exact-online", "Quotations", Of(OneNumber, "YourRef")),
        ("crmoffice", "Contacts", Of(OnePerson, "email")),
        ("crmoffice", "Companies", Of(OneNumber, "orgNr")),
        ("custom-pms", "customer", Of(OneCompany, "name")),
        ("custom-crm", "crm_customer", Of(OneCompany, "name")),
        ("custom-crm", "crm_contact", Of(OnePerson, "email")),
        ("custom-crm", "crm_product", Of(OneNumber, "sku")),
        ("custom-crm", "crm_order", Of(OneNumber, "order_no")),
        ("poweroffice-go", "Customers", Of(OneCompany, "Name")),
        ("poweroffice-go", "ContactPersons", Of(OnePerson, "EmailAddress")),
        ("poweroffice-go", "Products", Of(OneNumber, "Code")),
        ("poweroffice-go", "SalesOrders", Of(OneNumber, "ImportedOrderNo")),
    ];

    /// <summary>Thins out the databases.</summary>
    /// <param name="pathOf">Where the database of a system is.</param>
    public static void Thin(Func<string, string> pathOf)
    {
        foreach (var (system, table, others) in Superfluous)
        {
            DatabaseReader.Execute(pathOf(system), $"PRAGMA foreign_keys = 0; DELETE FROM {table} WHERE {others}");
        }

        foreach (var system in Superfluous.Select(it => it.System).Distinct())
        {
            RemoveOrphans(pathOf(system));
        }
    }

    private static string Of(string pattern, string column) => pattern.Replace("{0}", column, StringComparison.Ordinal);

    // Whoever refers to what is gone goes too, and so on.
    private static void RemoveOrphans(string path)
    {
        while (DatabaseReader.Query(path, "PRAGMA foreign_key_check") is { Count: > 0 } orphans)
        {
            foreach (var orphan in orphans.Select(row => row.Split('|')))
            {
                DatabaseReader.Execute(path, $"PRAGMA foreign_keys = 0; DELETE FROM \"{orphan[0]}\" WHERE rowid = {orphan[1]}");
            }
        }
    }
}
