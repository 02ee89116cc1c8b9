using SesamTalk.Connectors.Systems;
using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;

namespace SesamTalk.Connectors.Tests.ExactOnline;

/// <summary>The chain of tokens and the limits of Exact Online, on the virtual clock (clause W4).</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class ExactAccessTests
{
    [Test]
    public async Task The_chain_of_tokens_goes_on_for_hours_and_over_connections()
    {
        await using var bed = await ExactBed.StartAsync();
        var request = bed.Request("Departments", "Code");
        var tokens = 0;
        for (var i = 0; i < 20; i++)
        {
            await bed.CompleteAsync(request);
            tokens += bed.Calls.Tokens;
            bed.Calls.Statuses.Should().OnlyContain(status => status == 200);
            await bed.ReconnectAsync();
            bed.Clock.Advance(TimeSpan.FromMinutes(i % 4 * 3));
        }

        tokens.Should().Be(4, "a token that is good still is used on: it has ended after 18, 36, 54 and 72 minutes");
    }

    [Test]
    public async Task Nothing_is_renewed_too_early()
    {
        await using var bed = await ExactBed.StartAsync();
        var request = bed.Request("Departments", "Code");
        bed.Clock.Advance(TimeSpan.FromSeconds(569));
        await bed.CompleteAsync(request);
        bed.Calls.Tokens.Should().Be(0);

        bed.Clock.Advance(TimeSpan.FromSeconds(1));
        await bed.CompleteAsync(request);

        bed.Calls.Tokens.Should().Be(1);
        bed.Calls.Statuses.Should().OnlyContain(status => status == 200);
    }

    [Test]
    public async Task Before_the_first_consent_and_after_the_tokens_were_revoked_the_cure_is_a_consent()
    {
        await using var bed = await ExactBed.StartAsync(consents: false);
        var request = bed.Request("Departments", "Code");
        var read = () => bed.CompleteAsync(request);
        (await read.Should().ThrowAsync<SystemRefusedException>()).Which.Cure.Should().Contain("sesamtalk connect exact-online");
        bed.Calls.Api.Should().BeEmpty();

        await bed.ConsentAsync();
        bed.Exact.RevokeTokens();
        bed.Clock.Advance(TimeSpan.FromMinutes(11));
        (await read.Should().ThrowAsync<SystemRefusedException>()).Which.Cure.Should().Contain("sesamtalk connect exact-online");
        var calls = bed.Exact.Calls;
        await bed.ReconnectAsync();
        await read.Should().ThrowAsync<SystemRefusedException>();
        bed.Exact.Calls.Should().Be(calls, "what a person has to do is not tried again");

        await bed.ConsentAsync();
        (await read()).Should().NotBeEmpty();
    }

    [Test]
    public async Task While_tokens_that_were_revoked_cannot_be_renewed_yet_one_entity_is_asked_for_and_the_person_told_what_to_do()
    {
        await using var bed = await ExactBed.StartAsync();
        bed.Exact.RevokeTokens();
        var found = new List<Examination>();
        await foreach (var one in bed.System.ExamineAsync(bed.Entities, CancellationToken.None))
        {
            found.Add(one);
        }

        var failure = found.Should().ContainSingle(one => one.Result == ExaminationResult.Failure).Which;
        failure.Message.Should().Be("exact-online no longer takes the token that it gave, and gives no new one before 2026-06-01 08:10:00Z");
        failure.Cure.Should().Be("Wait until 08:10 UTC, or consent anew with: sesamtalk connect exact-online");
        found[^1].Message.Should().Be($"not tried: {string.Join(", ", bed.Entities.Select(entity => entity.Name))}");
        bed.Calls.Statuses.Should().Equal(401);
    }

    [Test]
    public async Task A_refresh_token_that_was_used_already_breaks_the_chain_and_wants_a_consent()
    {
        await using var bed = await ExactBed.StartAsync();
        var request = bed.Request("Departments", "Code");
        var old = await File.ReadAllBytesAsync(bed.TokenFile);
        bed.Clock.Advance(TimeSpan.FromMinutes(10));
        await bed.CompleteAsync(request);
        await bed.ReconnectAsync();
        await File.WriteAllBytesAsync(bed.TokenFile, old);

        var read = () => bed.CompleteAsync(request);

        (await read.Should().ThrowAsync<SystemRefusedException>()).Which.Message.Should().Contain("Old refresh token used.");
        bed.Calls.Api.Should().BeEmpty();
        await bed.ConsentAsync();
        (await read()).Should().NotBeEmpty();
    }

    [Test]
    public async Task Many_calls_wait_for_the_minute_and_are_never_refused()
    {
        await using var bed = await ExactBed.StartAsync();
        var started = bed.Clock.GetUtcNow();
        bed.AddAccounts(200);
        var request = bed.Request("Accounts", "Name");

        for (var i = 1; i <= 200; i++)
        {
            (await bed.WriteAsync(request, ExactBed.Change(request, ExactBed.Extra(i), ("Name", Value.Text($"Extra {i}"), Value.Text("new"))))).Should().BeOfType<Written>();
        }

        bed.Calls.Statuses.Where(status => status is not (204 or 200)).Should().BeEmpty();
        (bed.Clock.GetUtcNow() - started).Should().BeLessThan(TimeSpan.FromMinutes(3.2), "200 calls at 60 a minute, from the middle of one on");
    }

    [Test]
    public async Task The_day_is_used_up_without_a_refusal_and_the_run_is_told_when_it_may_go_on()
    {
        await using var bed = await ExactBed.StartAsync(settings => settings with { CallsADay = 5 });
        var request = bed.Request("Departments", "Code");
        var read = async () =>
        {
            for (var i = 0; i < 10; i++)
            {
                await bed.CompleteAsync(request);
            }
        };

        var busy = (await read.Should().ThrowAsync<SystemBusyException>()).Which;

        busy.Message.Should().Contain("2026-06-02");
        bed.Calls.Statuses.Should().NotContain(429);
    }

    [Test]
    public async Task Errors_stop_before_the_endpoint_is_closed()
    {
        await using var bed = await ExactBed.StartAsync();
        var request = bed.Request("Accounts", "Name");
        var gone = new UpdateRequest(ExactBed.Extra(1), [new PropertyChange(0, Value.Text("a"), Value.Text("b"))]);
        var write = async () =>
        {
            for (var i = 0; i < 20; i++)
            {
                await bed.WriteAsync(request, gone);
            }
        };

        await write.Should().ThrowAsync<SystemBusyException>();

        bed.Calls.Statuses.Should().HaveCount(10).And.OnlyContain(status => status == 404);
        (await bed.CompleteAsync(bed.Request("Contacts", "LastName"))).Should().NotBeEmpty("another entity is another endpoint");
    }
}
