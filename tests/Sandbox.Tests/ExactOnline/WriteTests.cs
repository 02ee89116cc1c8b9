using System.Net;
using System.Text.Json.Nodes;

namespace SesamTalk.Sandbox.Tests.ExactOnline;

[Parallelizable(ParallelScope.All)]
public sealed class WriteTests
{
    [Test]
    [Checklist("exact-28")]
    public async Task The_answer_to_a_create_holds_the_key_and_nulls_even_for_what_was_sent()
    {
        await using var world = await ExactWorld.StartAsync();

        var answer = await world.PostAsync("crm/Accounts", """{"Name":"Ny AS"}""");

        answer.StatusCode.Should().Be(HttpStatusCode.Created);
        var made = (JsonObject)(await ExactWorld.JsonOf(answer))["d"]!;
        made["Name"].Should().BeNull();
        made.ContainsKey("Name").Should().BeTrue();
        ((string)(await world.ReadAsync($"crm/Accounts(guid'{(string)made["ID"]!}')"))["Name"]!).Should().Be("Ny AS");
    }

    [Test]
    [Checklist("exact-28")]
    public async Task The_answer_to_a_create_holds_the_record_where_it_is_preferred()
    {
        await using var world = await ExactWorld.StartAsync();

        var answer = await world.PostAsync("crm/Accounts", """{"Name":"Ny AS"}""", prefers: true);

        ((string)(await ExactWorld.JsonOf(answer))["d"]!["Name"]!).Should().Be("Ny AS");
    }

    [Test]
    [Checklist("exact-32")]
    public async Task A_new_account_is_numbered_and_a_customer_is_for_sales()
    {
        await using var world = await ExactWorld.StartAsync();

        var key = await world.CreateAsync("crm/Accounts", """{"Name":"Ny AS","Status":"C"}""");

        var row = await world.ReadAsync($"crm/Accounts(guid'{key}')");
        ((string)row["Code"]!).Should().HaveLength(18).And.MatchRegex(@"^ +\d+$");
        ((bool)row["IsSales"]!).Should().BeTrue();
        row["StartDate"].Should().NotBeNull();
    }

    [Test]
    [Checklist("exact-33")]
    public async Task A_new_contact_gets_what_follows_from_what_was_sent()
    {
        await using var world = await ExactWorld.StartAsync();
        var account = await world.CreateAsync("crm/Accounts", """{"Name":"Ny AS"}""");

        var key = await world.CreateAsync("crm/Contacts", $$"""{"Account":"{{account}}","FirstName":"Ada","LastName":"Lind","Email":"ada@x.example"}""");

        var row = await world.ReadAsync($"crm/Contacts(guid'{key}')");
        ((string)row["BusinessEmail"]!).Should().Be("ada@x.example");
        ((string)row["BirthName"]!).Should().Be("Lind");
        ((string)row["FullName"]!).Should().Be("Ada Lind");
        ((string)row["AccountName"]!).Should().Be("Ny AS");
        ((string)row["Gender"]!).Should().Be("O");
    }

    [Test]
    [Checklist("exact-29")]
    [Checklist("exact-34")]
    public async Task A_new_order_comes_back_whole_with_its_lines_deferred()
    {
        await using var world = await ExactWorld.StartAsync();
        var (account, item) = Known(world);

        var answer = await world.PostAsync("salesorder/SalesOrders", $$"""{"OrderedBy":"{{account}}","YourRef":"R-1","SalesOrderLines":[{"Item":"{{item}}","Quantity":2,"NetPrice":10.5},{"Item":"{{item}}"}]}""");

        var order = (await ExactWorld.JsonOf(answer))["d"]!;
        ((string)order["YourRef"]!).Should().Be("R-1");
        ((int)order["Status"]!).Should().Be(12);
        ((int)order["ApprovalStatus"]!).Should().Be(1);
        ((string)order["Currency"]!).Should().Be("EUR");
        ((string)order["PaymentCondition"]!).Should().Be("00");
        order["WarehouseID"].Should().NotBeNull();
        ((int)order["OrderNumber"]!).Should().BeGreaterThan(240000);
        order["SalesOrderLines"]!["__deferred"].Should().NotBeNull();
        var lines = await world.ReadAllAsync($"salesorder/SalesOrderLines?$orderby=LineNumber&$filter=OrderID eq guid'{(string)order["OrderID"]!}'");
        lines.Select(line => (int)line["LineNumber"]!).Should().Equal(1, 2);
    }

    [Test]
    [Checklist("exact-30")]
    public async Task An_update_changes_what_it_names_and_answers_nothing()
    {
        await using var world = await ExactWorld.StartAsync();
        var key = await world.CreateAsync("crm/Accounts", """{"Name":"Ny AS","City":"Oslo"}""");

        var answer = await world.PutAsync($"crm/Accounts(guid'{key}')", """{"City":"Bergen"}""");

        answer.StatusCode.Should().Be(HttpStatusCode.NoContent);
        (await answer.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
        var row = await world.ReadAsync($"crm/Accounts(guid'{key}')");
        ((string)row["City"]!).Should().Be("Bergen");
        ((string)row["Name"]!).Should().Be("Ny AS");
    }

    [Test]
    [Checklist("exact-35")]
    public async Task Read_only_fields_are_passed_over()
    {
        await using var world = await ExactWorld.StartAsync();
        var contact = world.Exact.Look("SELECT ID FROM Contacts LIMIT 1")[0][0];

        var answer = await world.PutAsync($"crm/Contacts(guid'{contact}')", """{"City":"Bergen","Notes":"n"}""");

        answer.StatusCode.Should().Be(HttpStatusCode.NoContent);
        world.Exact.Look($"SELECT City, Notes FROM Contacts WHERE ID = '{contact}'")[0].Should().Equal(null, "n");
    }

    [TestCase("crm/Accounts", """{"City":"Oslo"}""", "Name")]
    [TestCase("crm/Contacts", """{"FirstName":"A"}""", "Account")]
    [TestCase("logistics/Items", """{"Code":"X"}""", "Description")]
    [TestCase("salesorder/SalesOrders", """{"SalesOrderLines":[]}""", "OrderedBy")]
    [Checklist("exact-36")]
    public async Task A_create_without_a_mandatory_field_breaks_a_rule_which_is_a_500(string path, string body, string field)
    {
        await using var world = await ExactWorld.StartAsync();

        var answer = await world.PostAsync(path, body);

        answer.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        (await ExactWorld.ErrorOf(answer)).Should().Contain(field);
    }

    [Test]
    [Checklist("exact-36")]
    public async Task A_duplicate_is_a_500_that_says_so()
    {
        await using var world = await ExactWorld.StartAsync();
        await world.CreateAsync("logistics/Items", """{"Code":"TWICE","Description":"a"}""");

        var answer = await world.PostAsync("logistics/Items", """{"Code":"TWICE","Description":"b"}""");

        answer.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        (await ExactWorld.ErrorOf(answer)).Should().Contain("already exists");
    }

    [TestCase("""{"Name":"x","Parent":""}""")]
    [TestCase("""{"Name":"x","StartDate":"soon"}""")]
    [TestCase("""{"Name":"x","Nobody":1}""")]
    [TestCase("""{"Name":""")]
    [Checklist("exact-37")]
    public async Task What_cannot_be_read_is_a_400(string body)
    {
        await using var world = await ExactWorld.StartAsync();

        (await world.PostAsync("crm/Accounts", body)).StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Test]
    [Checklist("exact-35")]
    public async Task What_is_fixed_after_the_create_cannot_be_changed()
    {
        await using var world = await ExactWorld.StartAsync();
        var order = world.Exact.Look("SELECT o.OrderID, (SELECT ID FROM Accounts WHERE ID <> o.OrderedBy LIMIT 1), o.OrderedBy FROM SalesOrders AS o LIMIT 1")[0];

        var other = await world.PutAsync($"salesorder/SalesOrders(guid'{order[0]}')", $$"""{"OrderedBy":"{{order[1]}}"}""");
        var same = await world.PutAsync($"salesorder/SalesOrders(guid'{order[0]}')", $$"""{"OrderedBy":"{{order[2]}}"}""");
        var incoterm = await world.PutAsync($"salesorder/SalesOrders(guid'{order[0]}')", """{"IncotermCode":null}""");

        other.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        same.StatusCode.Should().Be(HttpStatusCode.NoContent);
        incoterm.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
    }

    [Test]
    [Checklist("exact-12")]
    public async Task Employees_departments_and_divisions_cannot_be_written()
    {
        await using var world = await ExactWorld.StartAsync();

        foreach (var path in new[] { "payroll/Employees", "hrm/Departments", "system/Divisions", "bulk/CRM/Accounts", "sync/CRM/Accounts" })
        {
            (await world.PostAsync(path, "{}")).StatusCode.Should().Be(HttpStatusCode.MethodNotAllowed, path);
        }
    }

    [Test]
    [Checklist("exact-37")]
    public async Task A_record_that_is_not_there_is_not_found()
    {
        await using var world = await ExactWorld.StartAsync();
        const string Key = "crm/Accounts(guid'11111111-1111-1111-1111-111111111111')";

        (await world.GetAsync(Key)).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await world.PutAsync(Key, "{}")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await world.DeleteAsync(Key)).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Test]
    [Checklist("all-12")]
    public async Task Ids_are_the_same_in_each_run_of_the_same_history()
    {
        await using var one = await ExactWorld.StartAsync();
        await using var other = await ExactWorld.StartAsync();

        (await one.CreateAsync("crm/Accounts", """{"Name":"Ny AS"}""")).Should().Be(await other.CreateAsync("crm/Accounts", """{"Name":"Ny AS"}"""));
    }

    private static (string? Account, string? Item) Known(ExactWorld world) =>
        (world.Exact.Look("SELECT ID FROM Accounts LIMIT 1")[0][0], world.Exact.Look("SELECT ID FROM Items LIMIT 1")[0][0]);
}
