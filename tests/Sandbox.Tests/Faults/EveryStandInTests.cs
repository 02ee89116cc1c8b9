using System.Net;

namespace SesamTalk.Sandbox.Tests.Faults;

/// <summary>What is alike in all stand-ins, held for each of them.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class EveryStandInTests
{
    private static IEnumerable<string> Systems => StandIns.Names;

    [Checklist("all-1")]
    [TestCaseSource(nameof(Systems))]
    public async Task It_listens_on_this_machine_and_lets_nobody_in_without_keys(string system)
    {
        await using var door = await Door.OpenAsync(system);
        using var stranger = new HttpClient();

        (await stranger.GetAsync(new Uri(door.StandIn.Address, door.Customers))).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await door.ListAsync()).StatusCode.Should().Be(HttpStatusCode.OK);
        IPAddress.Parse(door.StandIn.Address.Host).Should().Match<IPAddress>(address => IPAddress.IsLoopback(address));
    }

    [Test]
    [Checklist("all-2")]
    public async Task Each_shows_companies_that_another_one_has_too()
    {
        var numbers = new Dictionary<string, string[]>();
        foreach (var system in Systems)
        {
            await using var door = await Door.OpenAsync(system);
            numbers[system] = [.. door.StandIn.Look($"SELECT DISTINCT {door.Number} FROM {door.Table} WHERE {door.Number} <> ''").Select(row => row[0]!)];
            (await (await door.ListAsync()).Content.ReadAsStringAsync()).Should().ContainAny(numbers[system]);
        }

        foreach (var (system, own) in numbers)
        {
            own.Intersect(numbers.Where(other => other.Key != system).SelectMany(other => other.Value)).Should().NotBeEmpty(system);
        }
    }

    [Checklist("all-3")]
    [TestCaseSource(nameof(Systems))]
    public async Task An_edit_by_hand_is_served(string system)
    {
        await using var door = await Door.OpenAsync(system);
        door.StandIn.Edit($"UPDATE {door.Table} SET {door.Name} = 'By hand' WHERE rowid = (SELECT min(rowid) FROM {door.Table})");

        (await (await door.ListAsync()).Content.ReadAsStringAsync()).Should().Contain("By hand");
    }

    [Checklist("all-4")]
    [TestCaseSource(nameof(Systems))]
    public async Task A_status_and_a_text_that_were_asked_for_are_answered_and_nothing_happens(string system)
    {
        await using var door = await Door.OpenAsync(system);
        (await door.AskForAsync("""{"kind":"status","status":500,"text":"Not today"}""")).StatusCode.Should().Be(HttpStatusCode.NoContent);
        await door.AskForAsync("""{"kind":"status","status":429}""");

        var failed = await door.CreateAsync();
        var busy = await door.CreateAsync();

        failed.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        (await failed.Content.ReadAsStringAsync()).Should().Contain("Not today");
        busy.StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        door.Made().Should().Be("0");
    }

    [Checklist("all-5")]
    [TestCaseSource(nameof(Systems))]
    public async Task An_answer_is_slow_by_the_stand_ins_clock(string system)
    {
        await using var door = await Door.OpenAsync(system);
        await door.AskForAsync("""{"kind":"slow","seconds":40}""");

        (await door.CreateAsync()).IsSuccessStatusCode.Should().BeTrue();

        door.Clock.Waits.Should().Equal(TimeSpan.FromSeconds(40));
    }

    [Checklist("all-6")]
    [TestCaseSource(nameof(Systems))]
    public async Task A_connection_is_cut_before_the_effect(string system)
    {
        await using var door = await Door.OpenAsync(system);
        await door.AskForAsync("""{"kind":"cut-before"}""");

        await door.Invoking(it => it.CreateAsync()).Should().ThrowAsync<HttpRequestException>();

        door.Made().Should().Be("0");
    }

    [Checklist("all-7")]
    [TestCaseSource(nameof(Systems))]
    public async Task A_connection_is_cut_after_the_effect(string system)
    {
        await using var door = await Door.OpenAsync(system);
        await door.AskForAsync("""{"kind":"cut-after"}""");

        await door.Invoking(it => it.CreateAsync()).Should().ThrowAsync<HttpRequestException>();

        door.Made().Should().Be("1");
    }

    [Checklist("all-8")]
    [TestCaseSource(nameof(Systems))]
    public async Task An_answer_ends_in_the_middle(string system)
    {
        await using var door = await Door.OpenAsync(system);
        var whole = await (await door.ListAsync()).Content.ReadAsByteArrayAsync();
        await door.AskForAsync("""{"kind":"truncated"}""");

        (await (await door.ListAsync()).Content.ReadAsByteArrayAsync()).Should().HaveCount(whole.Length / 2);
    }

    [Checklist("all-9")]
    [TestCaseSource(nameof(Systems))]
    public async Task A_fault_that_was_taken_back_befalls_nobody(string system)
    {
        await using var door = await Door.OpenAsync(system);
        await door.AskForAsync("""{"kind":"status","status":503,"times":3,"method":"GET"}""");

        (await door.ListAsync()).StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        (await door.CreateAsync()).IsSuccessStatusCode.Should().BeTrue();
        await door.Client.DeleteAsync("/sandbox/faults");
        (await door.ListAsync()).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Checklist("all-10")]
    [TestCase("exact-online")]
    [TestCase("crmoffice")]
    [TestCase("poweroffice-go")]
    public async Task Tokens_can_be_revoked_over_HTTP(string system)
    {
        await using var door = await Door.OpenAsync(system);

        (await door.Client.PostAsync("/sandbox/revoke-tokens", null)).StatusCode.Should().Be(HttpStatusCode.NoContent);

        (await door.ListAsync()).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Checklist("all-12")]
    [TestCaseSource(nameof(Systems))]
    public async Task The_same_history_gives_the_same_ids(string system)
    {
        await using var one = await Door.OpenAsync(system);
        await using var other = await Door.OpenAsync(system);

        var first = await (await one.CreateAsync()).Content.ReadAsStringAsync();
        var second = await (await other.CreateAsync()).Content.ReadAsStringAsync();

        first.Replace(one.StandIn.Address.ToString(), "/", StringComparison.Ordinal).Should().Be(second.Replace(other.StandIn.Address.ToString(), "/", StringComparison.Ordinal));
    }
}
