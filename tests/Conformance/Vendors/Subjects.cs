using System.Collections.Immutable;
using SesamTalk.Conformance.Suites;
using SesamTalk.Connectors.Values;
using SesamTalk.TestKit.Vendors;

namespace SesamTalk.Conformance.Vendors;

/// <summary>The entities of the shipped definitions that the suite is run over.</summary>
internal static class Subjects
{
    private static readonly (string Name, string Value) SmallPages = ("page_size", "25");

    private static readonly VendorForm OfExact = new(
        new("Accounts", "Accounts", Of(("name", "Name"), ("code", "ChamberOfCommerce"), ("note", "Remarks"), ("count", "InvoicingMethod"), ("price", "CreditLineSales"), ("active", "Blocked"), ("day", "EstablishedDate"), ("at", "ControlledDate")))
        {
            Added = [new("ControlledDate", PropertyType.DateTime) { PrecisionTicks = TimeSpan.TicksPerMillisecond }],
        },
        "CRM/Accounts",
        "DELETE FROM SalesOrderLines; DELETE FROM SalesOrders; DELETE FROM QuotationLines; DELETE FROM Quotations; DELETE FROM Contacts; DELETE FROM Addresses; DELETE FROM Accounts; DELETE FROM Deleted")
    {
        Numbered = new("Accounts", "Accounts", Of(("name", "Name"))),
        PageSize = 1000,
        KeyForm = KeyForms.Guid,

        // Blanks at the ends are taken for what Exact fills codes with; and the last hours of time have no wall clock east of Greenwich.
        Holds = value => value.Kind switch
        {
            ValueKind.Text => value.AsText.Trim() == value.AsText,
            ValueKind.DateTime => value.AsDateTime < DateTime.MaxValue.AddHours(-2),
            _ => true,
        },
    };

    private static readonly VendorForm OfGo = new(
        new("Customers", "Customers", Of(("name", "Name"), ("code", "ExternalImportReference"), ("note", "LegalName"), ("count", "DeliveryTermId"), ("price", "BillableRate"), ("active", "IsVatFree"), ("day", "CustomerSince"))),
        "Customers",
        "DELETE FROM SalesOrderLines; DELETE FROM SalesOrders; DELETE FROM ContactPersons; DELETE FROM Customers; DELETE FROM Products")
    {
        Numbered = new("Products", "Products", Of(("name", "Name"))),
        KeyForm = KeyForms.Number,
    };

    private static readonly VendorForm OfCrm = new(
        new("Activities", "Activities", Of(("name", "subject"), ("code", "address.country"), ("note", "description"), ("at", "startsAt"))),
        "activities",
        "DELETE FROM Activities; DELETE FROM Contacts")
    {
        Numbered = new("Contacts", "Contacts", Of(("name", "givenName"))),
    };

    private static readonly VendorForm OfPms = new(
        new("Customer", "customer", Of(("name", "name"), ("code", "accountCode"), ("note", "notes"), ("count", "divisionCode"))),
        "customers",
        "DELETE FROM project; DELETE FROM customer");

    private static readonly VendorForm OfExactOrders = new(
        new("SalesOrders", "SalesOrders", Of(("name", "Description"), ("note", "Remarks"), ("code", "YourRef")))
        {
            Given = Given(("OrderedBy", Value.Text(KeyForms.Guid("customer")))),
            Parts = new("SalesOrderLines", Of(("partId", "ID"), ("pos", "LineNumber"), ("label", "Description"), ("amount", "Quantity"))) { Given = Given(("Item", Value.Text(KeyForms.Guid("item")))) },
        },
        "salesorder/SalesOrders",
        $"DELETE FROM SalesOrderLines; DELETE FROM SalesOrders; DELETE FROM Deleted; INSERT INTO Accounts (ID, Name) VALUES ('{KeyForms.Guid("customer")}', 'Customer'); INSERT INTO Items (ID, Code) VALUES ('{KeyForms.Guid("item")}', 'I')")
    {
        PageSize = 1000,
        KeyForm = KeyForms.Guid,
    };

    private static readonly VendorForm OfGoOrders = new(
        new("SalesOrders", "SalesOrders", Of(("name", "CustomerReference"), ("note", "ContractNo"), ("code", "ExternalImportReference")))
        {
            Given = Given(("CustomerId", Value.Integer(1L << 40))),
            Parts = new("SalesOrderLines", Of(("partId", "Id"), ("pos", "SortOrder"), ("label", "Description"), ("amount", "Quantity"))),
        },
        "SalesOrders",
        $"DELETE FROM SalesOrderLines; DELETE FROM SalesOrders; INSERT INTO Customers (Id, Name) VALUES ({1L << 40}, 'Customer'); CREATE TRIGGER \"made by the integration\" AFTER INSERT ON SalesOrders BEGIN UPDATE SalesOrders SET IsCreatedByCurrentIntegration = 1 WHERE Id = NEW.Id; END")
    {
        KeyForm = KeyForms.Guid,
    };

    // An account under its code, which is filled up with blanks.
    private static readonly VendorForm OfExactCodes = OfExact with { Thing = new("Accounts", "Accounts", Of(("name", "Name"), ("code", "Code"), ("note", "Remarks"))) };

    // A contact refers to its account, and cannot be without.
    private static readonly VendorForm OfExactContacts = new(
        new("Contacts", "Contacts", Of(("name", "LastName"), ("code", "Email"), ("note", "Notes"))) { Given = Given(("Account", Value.Text(KeyForms.Guid("customer")))) },
        "CRM/Contacts",
        $"DELETE FROM Contacts; DELETE FROM Deleted; INSERT INTO Accounts (ID, Name) VALUES ('{KeyForms.Guid("customer")}', 'Customer')")
    {
        PageSize = 1000,
        KeyForm = KeyForms.Guid,
    };

    // A contact person stands in the address of its customer.
    private static readonly VendorForm OfGoContacts = new(
        new("ContactPersons", "ContactPersons", Of(("name", "LastName"), ("code", "ExternalCode"), ("note", "Title")))
        {
            Given = Given(("ContactId", Value.Integer(1L << 40)), ("FirstName", Value.Text("Kari"))),
        },
        "ContactPersons",
        $"DELETE FROM SalesOrderLines; DELETE FROM SalesOrders; DELETE FROM ContactPersons; INSERT INTO Customers (Id, Name) VALUES ({1L << 40}, 'Customer')")
    {
        KeyForm = KeyForms.Number,
    };

    public static Subject ExactCodes() => new VendorSubject(clock => Worlds.ExactAsync(clock), OfExactCodes);

    public static Subject ExactContacts() => new VendorSubject(clock => Worlds.ExactAsync(clock), OfExactContacts);

    public static Subject GoContacts() => new VendorSubject(clock => Worlds.GoAsync(clock, SmallPages), OfGoContacts);

    public static Subject ExactOrders() => new VendorSubject(clock => Worlds.ExactAsync(clock), OfExactOrders);

    public static Subject GoOrders() => new VendorSubject(clock => Worlds.GoAsync(clock, SmallPages), OfGoOrders);

    public static Subject Exact() => new VendorSubject(clock => Worlds.ExactAsync(clock), OfExact);

    public static Subject Go() => new VendorSubject(clock => Worlds.GoAsync(clock, SmallPages), OfGo);

    public static Subject Crm() => new VendorSubject(clock => Worlds.CrmAsync(clock, SmallPages), OfCrm);

    public static Subject Pms() => new VendorSubject(clock => Worlds.PmsAsync(clock, SmallPages), OfPms);

    private static ImmutableDictionary<string, Value> Given(params (string Vendor, Value Value)[] values) => values.ToImmutableDictionary(it => it.Vendor, it => it.Value);

    private static ImmutableDictionary<string, string> Of(params (string Suite, string Vendor)[] properties) =>
        properties.ToImmutableDictionary(property => property.Suite, property => property.Vendor);
}
