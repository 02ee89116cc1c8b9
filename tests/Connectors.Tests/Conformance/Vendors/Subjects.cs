using System.Collections.Immutable;
using SesamTalk.Connectors.Tests.Vendors;

namespace SesamTalk.Connectors.Tests.Conformance.Vendors;

/// <summary>The entities of the shipped definitions that the suite is run over.</summary>
internal static class Subjects
{
    public static Subject Go() => new VendorSubject(
        clock => Worlds.GoAsync(clock),
        "DELETE FROM SalesOrderLines; DELETE FROM SalesOrders; DELETE FROM ContactPersons; DELETE FROM Customers; DELETE FROM Products",
        new("Customers", "Customers", Of(("name", "Name"), ("code", "DepartmentCode"), ("note", "LegalName"), ("count", "DeliveryTermId"), ("price", "BillableRate"), ("active", "IsVatFree"), ("day", "CustomerSince"))),
        new("Products", "Products", Of(("name", "Name"))));

    public static Subject Crm() => new VendorSubject(
        clock => Worlds.CrmAsync(clock),
        "DELETE FROM Activities; DELETE FROM Contacts",
        new("Activities", "Activities", Of(("name", "subject"), ("code", "address.country"), ("note", "description"), ("at", "startsAt"))),
        new("Contacts", "Contacts", Of(("name", "givenName"))));

    public static Subject Pms() => new VendorSubject(
        clock => Worlds.PmsAsync(clock),
        "DELETE FROM project; DELETE FROM customer",
        new("Customer", "customer", Of(("name", "name"), ("code", "accountCode"), ("note", "notes"))),
        null);

    private static ImmutableDictionary<string, string> Of(params (string Suite, string Vendor)[] properties) =>
        properties.ToImmutableDictionary(property => property.Suite, property => property.Vendor);
}
