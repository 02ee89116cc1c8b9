using System.Collections.Immutable;
using SesamTalk.Sandbox;
using SesamTalk.TestKit;

namespace SesamTalk.Cli.Tests.Sandbox;

/// <summary>What the sample company's databases hold.</summary>
public sealed class SampleCompanyTests
{
    private TemporaryFolder _folder = null!;
    private ImmutableArray<SampleDatabase> _databases;

    [OneTimeSetUp]
    public void Fill()
    {
        _folder = new TemporaryFolder();
        _databases = ShippedFlows.DatabasesIn(_folder.Path);
        SampleData.Fill("company", _databases);
    }

    [OneTimeTearDown]
    public void RemoveFolder() => _folder.Dispose();

    [TestCase("custom-erp", "customers", 60)]
    [TestCase("custom-erp", "contacts", 200)]
    [TestCase("custom-erp", "employees", 40)]
    [TestCase("custom-erp", "products", 80)]
    [TestCase("custom-erp", "orders", 150)]
    [TestCase("custom-erp", "quotes", 25)]
    [TestCase("custom-erp", "projects", 30)]
    [TestCase("exact-online", "Accounts", 25)]
    [TestCase("exact-online", "Contacts", 46)]
    [TestCase("exact-online", "Employees", 39)]
    [TestCase("exact-online", "Items", 31)]
    [TestCase("exact-online", "SalesOrders", 17)]
    [TestCase("exact-online", "Quotations", 17)]
    [TestCase("exact-online", "Departments", 10)]
    [TestCase("exact-online", "Divisions", 3)]
    [TestCase("crmoffice", "Contacts", 90)]
    [TestCase("crmoffice", "Companies", 30)]
    [TestCase("crmoffice", "Activities", 10)]
    [TestCase("crmoffice", "Users", 8)]
    [TestCase("custom-pms", "customer", 20)]
    [TestCase("custom-pms", "project", 7)]
    [TestCase("custom-crm", "crm_customer", 45)]
    [TestCase("custom-crm", "crm_contact", 132)]
    [TestCase("custom-crm", "crm_product", 50)]
    [TestCase("custom-crm", "crm_order", 90)]
    [TestCase("poweroffice-go", "Customers", 22)]
    [TestCase("poweroffice-go", "ContactPersons", 26)]
    [TestCase("poweroffice-go", "Products", 20)]
    [TestCase("poweroffice-go", "SalesOrders", 30)]
    public void A_table_holds_so_many_rows(string system, string table, int rows) =>
        Query(system, $"SELECT count(*) FROM \"{table}\"").Should().Equal($"{rows}");

    [Test]
    public void Some_companies_are_in_three_systems_under_other_keys() =>
        Names("custom-erp", "SELECT org_no FROM customers")
            .Intersect(Names("exact-online", "SELECT ChamberOfCommerce FROM Accounts"))
            .Intersect(Names("custom-pms", "SELECT orgNumber FROM customer"))
            .Should().HaveCount(5);

    [Test]
    public void Some_people_are_in_three_systems_with_their_address_in_another_case() =>
        Names("custom-erp", "SELECT lower(trim(email)) FROM contacts")
            .Intersect(Names("exact-online", "SELECT lower(trim(Email)) FROM Contacts"))
            .Intersect(Names("crmoffice", "SELECT lower(trim(email)) FROM Contacts"))
            .Should().HaveCountGreaterThan(8);

    [Test]
    public void The_same_address_is_not_always_spelt_the_same() =>
        Names("crmoffice", "SELECT email FROM Contacts WHERE email <> lower(trim(email))").Should().HaveCountGreaterThan(20);

    [Test]
    public void Two_contacts_on_either_side_share_a_mailbox()
    {
        const string shared = "salg@makebergetmarina.example";
        Query("custom-erp", $"SELECT count(*) FROM contacts WHERE email = '{shared}'").Should().Equal("2");
        Query("crmoffice", $"SELECT count(*) FROM Contacts WHERE lower(email) = '{shared}'").Should().Equal("2");
        Query("custom-crm", $"SELECT count(*) FROM crm_contact WHERE email = '{shared}'").Should().Equal("2");
        Query("poweroffice-go", $"SELECT count(*) FROM ContactPersons WHERE lower(trim(EmailAddress)) = '{shared}'").Should().Equal("2");
    }

    [Test]
    public void Two_customers_share_an_organisation_number_that_one_customer_on_the_other_side_has()
    {
        var shared = Query("custom-crm", "SELECT org_no FROM crm_customer GROUP BY org_no HAVING count(*) = 2").Single();
        Query("poweroffice-go", $"SELECT count(*) FROM Customers WHERE OrganizationNumber = '{shared}'").Should().Equal("1");
    }

    [Test]
    public void Nobody_is_a_contact_and_an_employee_by_the_same_address() =>
        Names("custom-erp", "SELECT lower(email) FROM contacts")
            .Intersect(Names("custom-erp", "SELECT lower(email) FROM employees")).Should().BeEmpty();

    [Test]
    public void Names_hold_Norwegian_and_Dutch_letters() =>
        string.Concat(Query("custom-erp", "SELECT name FROM customers")).Should().ContainAll("æ", "ø", "Å", "ë", "ö", "IJ");

    [Test]
    public void Everything_happened_before_the_sample_was_taken() =>
        Query("custom-erp", "SELECT max(modified_at) < '2025-01-06T08:00:00.000Z' FROM orders").Should().Equal("1");

    private List<string> Query(string system, string sql) =>
        DatabaseReader.Query(_databases.Single(database => database.System == system).Path, sql);

    private IEnumerable<string> Names(string system, string sql) => Query(system, sql).Where(name => name.Length > 0).Distinct();
}
