using System.Net;
using SesamTalk.Sandbox.Http;
using SesamTalk.Sandbox.Tests.ExactOnline;

namespace SesamTalk.Sandbox.Tests.Faults;

[Parallelizable(ParallelScope.All)]
public sealed class FaultTests
{
    private const string Account = """{"Name":"Ny AS"}""";

    [TestCase(429)]
    [TestCase(500)]
    [Checklist("all-4")]
    public async Task A_status_that_was_asked_for_is_given_in_the_vendors_form_and_nothing_happens(int status)
    {
        await using var world = await ExactWorld.StartAsync();
        world.Exact.Faults.Add(new Fault(FaultKind.Status) { Status = status, Text = "Not today", Method = "POST" });

        var answer = await world.PostAsync("crm/Accounts", Account);

        ((int)answer.StatusCode).Should().Be(status);
        (await ExactWorld.ErrorOf(answer)).Should().Be("Not today");
        Made(world).Should().Be("0");
        (await world.PostAsync("crm/Accounts", Account)).StatusCode.Should().Be(HttpStatusCode.Created);
    }

    [Test]
    [Checklist("all-6")]
    public async Task A_connection_cut_before_the_effect_leaves_nothing()
    {
        await using var world = await ExactWorld.StartAsync();
        world.Exact.Faults.Add(new Fault(FaultKind.CutBefore));

        await world.Invoking(one => one.PostAsync("crm/Accounts", Account)).Should().ThrowAsync<HttpRequestException>();

        Made(world).Should().Be("0");
    }

    [Test]
    [Checklist("all-7")]
    public async Task A_connection_cut_after_the_effect_leaves_the_record()
    {
        await using var world = await ExactWorld.StartAsync();
        world.Exact.Faults.Add(new Fault(FaultKind.CutAfter));

        await world.Invoking(one => one.PostAsync("crm/Accounts", Account)).Should().ThrowAsync<HttpRequestException>();

        Made(world).Should().Be("1");
    }

    [Test]
    [Checklist("all-8")]
    public async Task A_truncated_page_ends_in_the_middle()
    {
        await using var world = await ExactWorld.StartAsync();
        var whole = await (await world.GetAsync("crm/Accounts?$select=ID")).Content.ReadAsStringAsync();
        world.Exact.Faults.Add(new Fault(FaultKind.Truncated));

        var half = await (await world.GetAsync("crm/Accounts?$select=ID")).Content.ReadAsStringAsync();

        whole.Should().StartWith(half);
        half.Length.Should().BeLessThan(whole.Length);
    }

    [Test]
    [Checklist("all-5")]
    public async Task A_slow_answer_takes_its_time_by_the_stand_ins_clock()
    {
        await using var world = await ExactWorld.StartAsync();
        world.Exact.Faults.Add(new Fault(FaultKind.Slow) { Seconds = 40, Path = "Accounts" });

        await world.GetAsync("crm/Accounts?$top=1");

        world.Clock.Waits.Should().Equal(TimeSpan.FromSeconds(40));
    }

    [Test]
    [Checklist("all-9")]
    public async Task A_fault_can_wait_for_a_later_call_and_befall_several()
    {
        await using var world = await ExactWorld.StartAsync();
        world.Exact.Faults.Add(new Fault(FaultKind.Status) { Status = 503, After = 1, Times = 2, Path = "crm/Contacts" });
        var statuses = new List<int>();
        for (var call = 0; call < 4; call++)
        {
            statuses.Add((int)(await world.GetAsync("crm/Contacts?$top=1")).StatusCode);
        }

        statuses.Should().Equal(200, 503, 503, 200);
    }

    [Test]
    [Checklist("all-9")]
    public async Task Faults_are_asked_for_over_http_too()
    {
        await using var world = await ExactWorld.StartAsync();

        var asked = await world.Client.PostAsync("/sandbox/faults", new StringContent("""{"kind":"status","status":503,"text":"Down","path":"crm/"}"""));
        var wrong = await world.Client.PostAsync("/sandbox/faults", new StringContent("""{"kind":"earthquake"}"""));

        asked.StatusCode.Should().Be(HttpStatusCode.NoContent);
        wrong.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        ((int)(await world.GetAsync("crm/Contacts?$top=1")).StatusCode).Should().Be(503);
    }

    [Test]
    [Checklist("all-10")]
    public async Task Revoked_tokens_open_nothing_and_renew_nothing()
    {
        await using var world = await ExactWorld.StartAsync();
        var tokens = await world.ConsentAsync();
        world.Use(tokens);

        world.Exact.RevokeTokens();

        (await world.GetAsync("crm/Contacts?$top=1")).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        ((string)(await ExactWorld.JsonOf(await world.RefreshAsync(tokens)))["error"]!).Should().Be("invalid_grant");
    }

    private static string? Made(ExactWorld world) => world.Exact.Look("SELECT count(*) FROM Accounts WHERE Name = 'Ny AS'")[0][0];
}
