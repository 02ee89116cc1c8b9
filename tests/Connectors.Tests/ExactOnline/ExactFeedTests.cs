using SesamTalk.Connectors.Systems;
using SesamTalk.Connectors.Values;
using SesamTalk.TestKit;

namespace SesamTalk.Connectors.Tests.ExactOnline;

/// <summary>The first read, changes and deletes by the feeds of Exact Online (clauses O1, O5, T2).</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class ExactFeedTests
{
    private static readonly string[] Fed = ["Accounts", "Contacts", "Employees", "Items", "SalesOrders", "Quotations"];

    [Test]
    [Clause("O1")]
    public async Task The_first_read_takes_a_thousand_rows_a_call()
    {
        await using var bed = await ExactBed.StartAsync(isEmpty: true);
        bed.AddAccounts(2001);

        var batches = await bed.CompleteAsync(bed.Request("Accounts", "Name"));

        batches.SelectMany(batch => batch.Records).Select(record => record.Key).Should().OnlyHaveUniqueItems().And.HaveCount(2001);
        bed.Calls.Api.Count(call => call.StartsWith("GET sync/CRM/Accounts", StringComparison.Ordinal)).Should().Be(3);
        bed.Calls.Api.Should().HaveCount(5, "the division and the log of deletes are asked for once");
    }

    [Test]
    [Clause("O1")]
    public async Task Changes_come_from_the_feed_and_each_once_though_it_repeats_rows()
    {
        await using var bed = await ExactBed.StartAsync(settings => settings with { RepeatsInSync = true });
        var request = bed.Request("Accounts", "Name");
        var cursor = await bed.CursorAsync(request);
        bed.AddAccounts(4);
        bed.Exact.Edit("UPDATE Accounts SET Name = 'Later' WHERE Name = 'Extra 1'");

        var records = (await bed.SinceAsync(request, cursor)).SelectMany(batch => batch.Records).ToList();

        records.Select(record => record.Values[0].AsText).Should().BeEquivalentTo("Later", "Extra 2", "Extra 3", "Extra 4");
    }

    [Test]
    [Clause("O5")]
    public async Task Deletes_come_from_the_log_to_the_entity_that_they_are_of()
    {
        await using var bed = await ExactBed.StartAsync();
        var (accounts, contacts) = (bed.Request("Accounts", "Name"), bed.Request("Contacts", "LastName"));
        bed.AddAccounts(2);
        var (first, second) = (await bed.CursorAsync(accounts), await bed.CursorAsync(contacts));
        var contact = bed.Cell("SELECT ID FROM Contacts WHERE ID NOT IN (SELECT coalesce(OrderedByContactPerson, '') FROM SalesOrders) LIMIT 1")!;
        bed.Exact.Edit($"DELETE FROM Accounts WHERE Name = 'Extra 1'; DELETE FROM Contacts WHERE ID = '{contact}'");
        await bed.ReconnectAsync();

        var gone = (await bed.SinceAsync(accounts, first))[^1];
        var left = (await bed.SinceAsync(contacts, second))[^1];

        gone.Deleted.Should().Equal(ExactBed.Extra(1));
        left.Deleted.Should().Equal(contact);
        bed.Calls.Api.Count(call => call.StartsWith("GET sync/Deleted", StringComparison.Ordinal)).Should().Be(1);
    }

    [Test]
    [Clause("T2")]
    public async Task A_run_in_which_nothing_changed_costs_a_call_an_entity_and_two_for_all()
    {
        await using var bed = await ExactBed.StartAsync();
        var requests = Fed.Select(name => bed.Request(name, bed.Entity(name).Properties[1].Path)).ToList();
        var cursors = new List<string>();
        foreach (var request in requests)
        {
            cursors.Add(await bed.CursorAsync(request));
        }

        bed.Calls.Api.Should().HaveCount(2 + Fed.Length);
        await bed.ReconnectAsync();

        foreach (var (request, cursor) in requests.Zip(cursors))
        {
            (await bed.SinceAsync(request, cursor)).SelectMany(batch => batch.Records).Should().BeEmpty();
        }

        bed.Calls.Api.Should().HaveCount(2 + Fed.Length);
        bed.Calls.Statuses.Should().OnlyContain(status => status == 200);
    }

    [Test]
    [Clause("O1")]
    public async Task A_division_that_was_moved_voids_cursors_and_is_read_whole()
    {
        await using var bed = await ExactBed.StartAsync();
        var request = bed.Request("Accounts", "Name");
        var cursor = await bed.CursorAsync(request);
        bed.Exact.MoveDivision();
        await bed.ReconnectAsync();

        var since = () => bed.SinceAsync(request, cursor);

        await since.Should().ThrowAsync<CursorVoidException>();
        var next = await bed.CursorAsync(request);
        bed.Exact.Edit("UPDATE Accounts SET Remarks = 'moved' WHERE ID = (SELECT min(ID) FROM Accounts)");
        (await bed.SinceAsync(request, next)).SelectMany(batch => batch.Records).Should().ContainSingle();
    }

    [TestCase("Europe/Amsterdam", "2026-07-01T22:30:15.250Z", "2026-07-01T22:30:15.250Z")]
    [TestCase("Europe/Amsterdam", "2026-01-01T00:00:00.000Z", "2026-01-01T00:00:00.000Z")]
    [Clause("O4")]
    public async Task Times_are_by_the_wall_clock_of_the_country_in_summer_and_winter(string zone, string stored, string expected)
    {
        await using var bed = await ExactBed.StartAsync(settings => settings with { Zone = TimeZoneInfo.FindSystemTimeZoneById(zone) });
        bed.AddAccounts(1);
        bed.Exact.Edit($"UPDATE Accounts SET Created = '{stored}', StartDate = '2026-07-01' WHERE Name = 'Extra 1'");
        var request = bed.Request("Accounts", "Created", "StartDate");

        var record = (await bed.FindAsync(request, ExactBed.Extra(1)))!;

        record.Values[0].AsDateTime.Should().Be(DateTime.Parse(expected, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal));
        record.Values[1].Should().Be(Value.Date(new DateOnly(2026, 7, 1)));
    }
}
