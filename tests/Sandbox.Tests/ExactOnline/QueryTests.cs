using System.Net;

namespace SesamTalk.Sandbox.Tests.ExactOnline;

[Parallelizable(ParallelScope.All)]
public sealed class QueryTests
{
    [TestCase("Name eq 'Extra 7'", 1)]
    [TestCase("Name eq 'O''Hara'", 1)]
    [TestCase("substringof('xtra 1', Name)", 11)]
    [TestCase("substringof('xtra 1', Name) eq true and Name ne 'Extra 1'", 10)]
    [TestCase("ID eq guid'00000000-0000-4000-9000-000000000003'", 1)]
    [TestCase("(Name eq 'Extra 1' or Name eq 'Extra 2') and City eq null", 2)]
    [TestCase("Modified ge datetime'2026-06-01T10:00:30' and substringof('Extra',Name)", 50)]
    [TestCase("Modified gt datetime'2026-06-01T10:00:30' and substringof('Extra',Name)", 0)]
    [TestCase("StartDate eq datetime'2026-05-05' and Blocked eq true", 1)]
    [TestCase("CreditLineSales lt 12.5 and CreditLineSales ge 10", 1)]
    [Checklist("exact-19")]
    public async Task A_filter_is_understood(string filter, int rows)
    {
        await using var world = await ExactWorld.StartAsync();
        world.AddAccounts(50);
        world.Exact.Edit("INSERT INTO Accounts (ID, Name, City) VALUES ('00000000-0000-4000-9000-000000000f00', 'O''Hara', 'Oslo')");
        world.Exact.Edit("UPDATE Accounts SET StartDate = '2026-05-05', Blocked = 1, CreditLineSales = 12.25 WHERE ID = '00000000-0000-4000-9000-000000000001'");

        (await world.ReadAllAsync("crm/Accounts?$select=ID&$filter=" + Uri.EscapeDataString(filter))).Should().HaveCount(rows);
    }

    [TestCase("$filter=Name eq")]
    [TestCase("$filter=Nobody eq 'x'")]
    [TestCase("$filter=ID eq 'not a guid literal'")]
    [TestCase("$filter=startswith(Name,'x')")]
    [TestCase("$filter=Name eq 'x' and")]
    [TestCase("$select=Nobody")]
    [TestCase("$orderby=Nobody")]
    [TestCase("$top=many")]
    [TestCase("$expand=Contacts")]
    [TestCase("$format=xml")]
    [Checklist("exact-19")]
    [Checklist("exact-37")]
    public async Task A_query_that_is_not_understood_is_refused_in_the_vendors_form(string query)
    {
        await using var world = await ExactWorld.StartAsync();

        var answer = await world.GetAsync("crm/Accounts?" + query);

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await ExactWorld.ErrorOf(answer)).Should().NotBeEmpty();
    }

    [Test]
    [Checklist("exact-20")]
    public async Task Rows_are_counted_beside_a_page_and_alone()
    {
        await using var world = await ExactWorld.StartAsync();
        var count = world.Exact.Look("SELECT count(*) FROM Items")[0][0]!;

        ((string)(await world.ReadAsync("logistics/Items?$inlinecount=allpages&$top=1&$select=ID"))["__count"]!).Should().Be(count);
        (await (await world.GetAsync("logistics/Items/$count")).Content.ReadAsStringAsync()).Should().Be(count);
    }

    [Test]
    [Checklist("exact-19")]
    public async Task Rows_can_be_passed_over()
    {
        await using var world = await ExactWorld.StartAsync();
        world.AddAccounts(9);

        var rows = (await world.ReadAsync("crm/Accounts?$filter=substringof('Extra',Name)&$orderby=Name desc&$skip=7&$top=60&$select=Name")).AsArray();

        rows.Select(row => (string)row!["Name"]!).Should().Equal("Extra 2", "Extra 1");
    }

    [Test]
    [Checklist("exact-18")]
    public async Task A_filter_can_be_made_mandatory_with_the_fields_that_are_allowed()
    {
        await using var world = await ExactWorld.StartAsync(settings => settings with { RequiresFilter = true });

        var without = await world.GetAsync("crm/Accounts?$select=ID");
        var other = await world.GetAsync("crm/Accounts?$select=ID&$filter=Remarks eq 'x'");

        without.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await ExactWorld.ErrorOf(without)).Should().Contain("mandatory").And.Contain("ChamberOfCommerce").And.NotContain("Remarks");
        (await ExactWorld.ErrorOf(other)).Should().Contain("Remarks");
        (await world.GetAsync("crm/Accounts?$select=ID&$filter=Name eq 'x'")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await world.GetAsync("hrm/Departments?$select=ID")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Test]
    [Checklist("exact-17")]
    public async Task A_choice_of_fields_can_be_made_mandatory_for_single_endpoints()
    {
        await using var world = await ExactWorld.StartAsync(settings => settings with { RequiresSelect = true });

        (await world.GetAsync("crm/Contacts")).StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await world.GetAsync("crm/Contacts?$top=1")).StatusCode.Should().Be(HttpStatusCode.OK);
    }
}
