using SesamTalk.TestKit.Vendors;
using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;
using SesamTalk.TestKit;

namespace SesamTalk.Connectors.Tests.PowerOfficeGo;

public sealed class GoWriteTests
{
    [Test]
    public async Task A_customer_is_created_with_a_key_of_the_vendor_and_shown_as_it_is_stored()
    {
        await using var world = await Worlds.GoAsync();

        var outcome = await world.CreateAsync(
            "Customers", ("Name", Value.Text("Nordavind AS")), ("MailAddress.City", Value.Text("Bodø")), ("MailAddress.ZipCode", Value.Text("8001")), ("CurrencyCode", Value.None));

        var written = outcome.Should().BeOfType<Written>().Which;
        written.Key.Should().Be(world.Look("SELECT Id FROM Customers WHERE Name = 'Nordavind AS'"));
        written.Stored!.Values[3].Should().Be(Value.Text("NOK"), "the vendor fills it");
    }

    [Test]
    public async Task An_update_is_a_patch_of_what_changes()
    {
        await using var world = await Worlds.GoAsync();
        var key = world.Look("SELECT Id FROM Customers LIMIT 1");

        var outcome = await world.UpdateAsync("Customers", key, ("MailAddress.City", Value.Text("Oslo"), Value.Text("Bodø")), ("WebsiteUrl", Value.Text("x"), Value.None));

        outcome.Should().BeOfType<Written>();
        var sent = world.Log.Calls.Single(call => call.Method == "PATCH");
        sent.Body.Should().Be("""[{"op":"replace","path":"/MailAddress/City","value":"Bodø"},{"op":"replace","path":"/WebsiteUrl","value":null}]""");
        sent.ContentType!.MediaType.Should().Be("application/json-patch+json");
        world.Look($"SELECT \"MailAddress.City\" FROM Customers WHERE Id = {key}").Should().Be("Bodø");
    }

    [TestCase("DepartmentCode")]
    [TestCase("LastChangedDateTimeOffset")]
    public async Task What_cannot_be_patched_is_rejected_without_a_call(string property)
    {
        await using var world = await Worlds.GoAsync();

        (await world.UpdateAsync("Customers", "1", (property, Value.None, Value.Text("x")))).Should().BeOfType<Rejected>().Which.Message.Should().Contain(property);

        world.Log.Calls.Should().BeEmpty();
    }

    [Test, Clause("W4")]
    public async Task A_customer_in_use_is_not_deleted_and_says_why()
    {
        await using var world = await Worlds.GoAsync();

        (await world.DeleteAsync("Customers", world.Look("SELECT CustomerId FROM SalesOrders LIMIT 1"))).Should().BeOfType<Rejected>().Which.Message.Should().Contain("sales orders");

        world.Log.Calls[^1].Status.Should().Be(409);
    }

    [Test, Clause("C3")]
    public async Task A_reference_is_used_once_and_finds_its_customer_again()
    {
        await using var world = await Worlds.GoAsync();
        (string, Value)[] values = [("Name", Value.Text("Nordavind AS")), ("ExternalImportReference", Value.Text("run-1/7"))];
        var made = (Written)await world.CreateAsync("Customers", values);

        (await world.CreateAsync("Customers", values)).Should().BeOfType<Rejected>().Which.Message.Should().Contain(made.Key);

        (await FindAsync(world, "Customers", "ExternalImportReference", Value.Text("run-1/7"))).Should().Equal(made.Key);
        (await FindAsync(world, "Customers", "ExternalImportReference", Value.Text("run-1/8"))).Should().BeEmpty();
    }

    [Test, Clause("C3")]
    public async Task Products_are_found_by_their_code_and_customers_by_their_number()
    {
        await using var world = await Worlds.GoAsync();

        (await FindAsync(world, "Products", "Code", Value.Text(world.Look("SELECT Code FROM Products LIMIT 1")))).Should().Equal(world.Look("SELECT Id FROM Products LIMIT 1"));
        world.StandIn.Edit("UPDATE Customers SET ExternalNumber = 771 WHERE Id = (SELECT min(Id) FROM Customers)");
        (await FindAsync(world, "Customers", "ExternalNumber", Value.Integer(771))).Should().Equal(world.Look("SELECT min(Id) FROM Customers"));
    }

    [Test]
    public async Task A_contact_person_lives_under_its_customer()
    {
        await using var world = await Worlds.GoAsync();
        var company = world.Look("SELECT Id FROM Customers WHERE coalesce(IsPerson, 0) = 0 LIMIT 1");

        var made = (Written)await world.CreateAsync(
            "ContactPersons", ("FirstName", Value.Text("Kari")), ("LastName", Value.Text("Nes")), ("ContactId", Value.Integer(world.Number($"SELECT {company}"))), ("ExternalCode", Value.Text("k-1")));
        (await world.UpdateAsync("ContactPersons", made.Key, ("Title", Value.None, Value.Text("CEO")))).Should().BeOfType<Written>();

        world.Look($"SELECT Title FROM ContactPersons WHERE ContactId = {company} AND Id = {made.Key}").Should().Be("CEO");
        (await FindAsync(world, "ContactPersons", "ExternalCode", Value.Text("k-1"))).Should().Equal(made.Key);
        (await world.DeleteAsync("ContactPersons", made.Key)).Should().BeOfType<Written>();
        (await world.LookUpAsync(world.Request("ContactPersons"), made.Key)).Records.Should().BeEmpty();
    }

    [Test]
    public async Task A_contact_person_that_no_read_has_shown_is_found_under_its_customer()
    {
        await using var world = await Worlds.GoAsync();
        var key = world.Look("SELECT max(Id) FROM ContactPersons");

        (await world.UpdateAsync("ContactPersons", key, ("Title", Value.None, Value.Text("CEO")))).Should().BeOfType<Written>();

        world.Look($"SELECT Title FROM ContactPersons WHERE Id = {key}").Should().Be("CEO");
    }

    private static async Task<List<string>> FindAsync(VendorWorld world, string entity, string property, Value value) =>
        [.. (await world.System.FindAsync(world.Request(entity, property), [property], [value], CancellationToken.None)).Records.Select(record => record.Key)];
}
