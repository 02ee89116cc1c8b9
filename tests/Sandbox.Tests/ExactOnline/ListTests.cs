using System.Net;
using System.Text.Json.Nodes;
using System.Globalization;

namespace SesamTalk.Sandbox.Tests.ExactOnline;

[Parallelizable(ParallelScope.All)]
public sealed class ListTests
{
    [Test]
    [Checklist("exact-14")]
    [Checklist("exact-15")]
    public async Task A_single_endpoint_gives_sixty_rows_and_an_absolute_link_with_a_skip_token()
    {
        await using var world = await ExactWorld.StartAsync();
        world.AddAccounts(100);

        var page = await world.ReadAsync("crm/Accounts?$select=ID");

        page["results"]!.AsArray().Should().HaveCount(60);
        ((string)page["__next"]!).Should().StartWith(world.Exact.Address.ToString()).And.MatchRegex(@"skiptoken=guid");
    }

    [Test]
    [Checklist("exact-15")]
    public async Task Following_the_links_gives_each_row_once()
    {
        await using var world = await ExactWorld.StartAsync();
        world.AddAccounts(100);

        var rows = await world.ReadAllAsync("crm/Accounts?$select=ID,Name,Status&$orderby=Status desc,Name");

        var keys = rows.Select(row => (string)row["ID"]!).ToArray();
        keys.Should().OnlyHaveUniqueItems().And.HaveCount(int.Parse(world.Exact.Look("SELECT count(*) FROM Accounts")[0][0]!, CultureInfo.InvariantCulture));
        rows.Select(row => (string?)row["Status"]).Distinct().Should().Equal("P", "C", "A", null);
    }

    [Test]
    [Checklist("exact-15")]
    public async Task A_skip_token_holds_what_rows_are_ordered_by_and_then_the_key()
    {
        await using var world = await ExactWorld.StartAsync();
        world.AddAccounts(100);

        var page = await world.ReadAsync("crm/Accounts?$select=ID&$orderby=Modified");

        Uri.UnescapeDataString((string)page["__next"]!).Should().MatchRegex(@"\$skiptoken=datetime'[^']+',guid'[0-9a-f-]{36}'");
    }

    [Test]
    [Checklist("exact-13")]
    public async Task A_top_within_a_page_gives_the_bare_form()
    {
        await using var world = await ExactWorld.StartAsync();
        world.AddAccounts(100);

        (await world.ReadAsync("crm/Accounts?$top=60&$select=ID")).Should().BeOfType<JsonArray>().Which.Should().HaveCount(60);
        (await world.ReadAsync("crm/Accounts?$top=5&$select=ID&$filter=Name eq 'nobody'")).Should().BeOfType<JsonArray>().Which.Should().BeEmpty();
        (await world.ReadAsync("crm/Accounts?$select=ID&$filter=Name eq 'nobody'"))["results"]!.AsArray().Should().BeEmpty();
    }

    [Test]
    [Checklist("exact-13")]
    [Checklist("exact-16")]
    public async Task A_top_above_a_page_gives_a_page_and_a_link_with_what_is_left()
    {
        await using var world = await ExactWorld.StartAsync();
        world.AddAccounts(100);

        var page = await world.ReadAsync("crm/Accounts?$top=70&$select=ID");

        page["results"]!.AsArray().Should().HaveCount(60);
        ((string)page["__next"]!).Should().Contain("top=10");
        (await world.ReadAsync((string)page["__next"]!)).Should().BeOfType<JsonArray>().Which.Should().HaveCount(10);
    }

    [Test]
    [Checklist("exact-17")]
    public async Task Bulk_and_sync_refuse_a_list_without_select()
    {
        await using var world = await ExactWorld.StartAsync();

        foreach (var path in new[] { "bulk/CRM/Accounts", "sync/CRM/Accounts?$filter=Timestamp gt 1L" })
        {
            var answer = await world.GetAsync(path);
            answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
            (await ExactWorld.ErrorOf(answer)).Should().Contain("$select").And.Contain("$top=1");
        }

        (await world.GetAsync("bulk/CRM/Accounts?$top=1")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Checklist("exact-14")]
    [TestCase("bulk/Logistics/Items?$select=ID")]
    [TestCase("sync/Logistics/Items?$select=ID,Timestamp&$filter=Timestamp gt 1L")]
    public async Task Bulk_and_sync_give_a_thousand_rows_a_page(string path)
    {
        await using var world = await ExactWorld.StartAsync();
        world.Exact.Edit("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1500) INSERT INTO Items (ID, Code, Description) SELECT printf('00000000-0000-4000-9000-%012x', i), 'X' || i, 'x' FROM n");

        var page = await world.ReadAsync(path);

        page["results"]!.AsArray().Should().HaveCount(1000);
    }

    [Test]
    [Checklist("exact-19")]
    [Checklist("exact-23")]
    public async Task A_padded_code_is_found_trimmed_or_padded()
    {
        await using var world = await ExactWorld.StartAsync();
        var code = world.Exact.Look("SELECT trim(Code) FROM Accounts WHERE Code IS NOT NULL ORDER BY Code LIMIT 1")[0][0]!;

        (await world.ReadAsync($"crm/Accounts?$top=2&$select=ID&$filter=trim(Code) eq '{code}'")).AsArray().Should().ContainSingle();
        (await world.ReadAsync($"crm/Accounts?$top=2&$select=ID&$filter=Code eq '{code.PadLeft(18)}'")).AsArray().Should().ContainSingle();
        (await world.ReadAsync($"crm/Accounts?$top=2&$select=ID&$filter=Code eq '{code}'")).AsArray().Should().BeEmpty();
    }
}
