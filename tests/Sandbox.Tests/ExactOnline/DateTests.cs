using System.Globalization;

namespace SesamTalk.Sandbox.Tests.ExactOnline;

[Parallelizable(ParallelScope.All)]
public sealed class DateTests
{
    private const string Account = "00000000-0000-4000-9000-000000000001";

    [Checklist("exact-21")]
    [TestCase("Europe/Amsterdam", "2026-01-10T12:00:00Z", "2026-01-10T13:00:00Z")]
    [TestCase("Europe/Amsterdam", "2026-07-10T12:00:00Z", "2026-07-10T14:00:00Z")]
    [TestCase("Europe/London", "2026-01-10T12:00:00Z", "2026-01-10T12:00:00Z")]
    [TestCase("Europe/London", "2026-07-10T12:00:00Z", "2026-07-10T13:00:00Z")]
    public async Task The_wall_clock_is_that_of_the_zone_that_was_chosen(string zone, string instant, string shown)
    {
        await using var world = await ExactWorld.StartAsync(settings => settings with { Zone = TimeZoneInfo.FindSystemTimeZoneById(zone) });
        world.AddAccounts(1);
        world.Exact.Edit($"UPDATE Accounts SET Modified = '{instant}' WHERE ID = '{Account}'");

        var row = await world.ReadAsync($"crm/Accounts(guid'{Account}')");

        ((string)row["Modified"]!).Should().Be($"/Date({DateTimeOffset.Parse(shown, CultureInfo.InvariantCulture).ToUnixTimeMilliseconds()})/");
    }

    [Checklist("exact-22")]
    [TestCase("2026-05-01")]
    [TestCase("2026-05-01T00:00:00")]
    [TestCase("/Date(1777593600000)/")]
    public async Task A_date_is_taken_in_each_of_its_forms(string sent)
    {
        await using var world = await ExactWorld.StartAsync();
        var key = await world.CreateAsync("crm/Accounts", $$"""{"Name":"Ny AS","StartDate":"{{sent}}"}""");

        ((string)(await world.ReadAsync($"crm/Accounts(guid'{key}')"))["StartDate"]!).Should().Be("/Date(1777593600000)/");
    }

    [Test]
    [Checklist("exact-24")]
    public async Task A_guid_is_shown_in_small_letters_without_braces()
    {
        await using var world = await ExactWorld.StartAsync();
        var account = await world.CreateAsync("crm/Accounts", """{"Name":"Ny AS"}""");

        var contact = await world.CreateAsync("crm/Contacts", $$"""{"Account":"{{{account.ToUpperInvariant()}}}","LastName":"Lind"}""");

        ((string)(await world.ReadAsync($"crm/Contacts(guid'{contact.ToUpperInvariant()}')"))["Account"]!).Should().Be(account).And.MatchRegex("^[0-9a-f-]{36}$");
    }

    [Test]
    [Checklist("exact-34")]
    public async Task A_new_quotation_is_numbered_open_and_of_the_first_version()
    {
        await using var world = await ExactWorld.StartAsync();
        var known = world.Exact.Look("SELECT a.ID, i.ID FROM Accounts AS a, Items AS i LIMIT 1")[0];

        var answer = await world.PostAsync("crm/Quotations", $$"""{"OrderAccount":"{{known[0]}}","QuotationLines":[{"Item":"{{known[1]}}","Quantity":2,"NetPrice":5}]}""");

        var quotation = (await ExactWorld.JsonOf(answer))["d"]!;
        ((int)quotation["QuotationNumber"]!).Should().BePositive();
        ((int)quotation["VersionNumber"]!).Should().Be(1);
        ((int)quotation["Status"]!).Should().Be(25);
        ((double)quotation["AmountDC"]!).Should().Be(10);
    }
}
