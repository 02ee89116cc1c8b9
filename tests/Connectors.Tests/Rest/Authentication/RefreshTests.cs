using SesamTalk.Connectors.Rest.Authentication;
using SesamTalk.Connectors.Rest.Keeping;
using SesamTalk.Connectors.Rest.Transport;
using SesamTalk.Connectors.Systems;

namespace SesamTalk.Connectors.Tests.Rest.Authentication;

/// <summary>Tokens that a person consented to, whose refresh tokens rotate.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class RefreshTests
{
    private const string Cure = "Consent to the connection with: sesamtalk connect shop";

    [Test]
    public async Task A_token_is_renewed_inside_its_window_and_not_before()
    {
        await using var vendor = await TokenVendor.StartAsync();
        using var bed = vendor.Connect();
        bed.Clock.Advance(TimeSpan.FromSeconds(569.9));
        await (await bed.GetAsync()).DisposeAsync();
        vendor.TokenCalls.Should().BeEmpty();

        bed.Clock.Advance(TimeSpan.FromSeconds(0.1));
        await (await bed.GetAsync()).DisposeAsync();

        vendor.TokenCalls.Single().Body.Should().Be("grant_type=refresh_token&refresh_token=refresh-0&client_id=client&client_secret=client-secret");
        vendor.ApiCalls.Select(call => call.Header("Authorization")).Should().Equal("Bearer access-0", "Bearer access-1");
    }

    [Test]
    public async Task The_chain_goes_on_for_days()
    {
        await using var vendor = await TokenVendor.StartAsync();
        using var bed = vendor.Connect();
        for (var i = 0; i < 50; i++)
        {
            bed.Clock.Advance(TimeSpan.FromHours(1));
            await (await bed.GetAsync()).DisposeAsync();
        }

        vendor.TokenCalls.Select(call => call.Field("refresh_token")).Should().Equal(Enumerable.Range(0, 50).Select(i => $"refresh-{i}"));
    }

    [Test]
    public async Task A_new_token_is_on_the_disk_before_it_is_used()
    {
        await using var vendor = await TokenVendor.StartAsync();
        using var bed = vendor.Connect();
        var kept = new List<string?>();
        vendor.OnApiCall = () => kept.Add(new TokenStore("shop", vendor.Options, bed.Kept).Read()?.Refresh);
        bed.Clock.Advance(TimeSpan.FromSeconds(580));

        await (await bed.GetAsync()).DisposeAsync();

        kept.Should().Equal("refresh-1");
    }

    [Test]
    public async Task Of_many_refreshers_one_renews_and_the_others_take_what_it_got()
    {
        await using var vendor = await TokenVendor.StartAsync();
        using var first = vendor.Connect();
        var others = Enumerable.Range(0, 4).Select(_ => new Bed(vendor.Service.Address, first.Options, sharing: first)).ToList();
        first.Clock.Advance(TimeSpan.FromSeconds(601));

        var answers = await Task.WhenAll(others.Append(first).SelectMany(bed => Enumerable.Range(0, 3).Select(_ => Task.Run(() => bed.GetAsync()))));

        answers.Select(answer => answer.Status).Should().OnlyContain(status => status == 200);
        vendor.TokenCalls.Should().HaveCount(1);
        others.ForEach(bed => bed.Dispose());
    }

    [Test]
    public async Task A_run_whose_token_another_run_has_replaced_takes_the_new_one_when_the_old_is_not_taken()
    {
        await using var vendor = await TokenVendor.StartAsync();
        using var first = vendor.Connect();
        using var second = new Bed(vendor.Service.Address, first.Options, sharing: first);
        await (await second.GetAsync()).DisposeAsync();
        first.Clock.Advance(TimeSpan.FromSeconds(570));
        new TokenStore("shop", vendor.Options, first.Kept).Read()!.Access.Should().Be("access-0");
        await (await first.GetAsync()).DisposeAsync();

        await using var response = await second.GetAsync();

        response.Status.Should().Be(200);
        vendor.TokenCalls.Should().HaveCount(1);
    }

    [TestCase("unauthorized_client", "Old refresh token used.")]
    [TestCase("invalid_grant", "The chainId is empty or invalid")]
    public async Task A_chain_that_is_broken_is_told_with_its_cure_and_never_tried_again(string error, string words)
    {
        await using var vendor = await TokenVendor.StartAsync();
        vendor.AnswerNext(Answers.Of(401, $$"""{"error":"{{error}}","error_description":"{{words}}"}"""));
        using var bed = vendor.Connect();
        using var later = new Bed(vendor.Service.Address, bed.Options, sharing: bed);
        bed.Clock.Advance(TimeSpan.FromSeconds(601));
        foreach (var run in new[] { bed, bed, later })
        {
            var read = () => run.GetAsync();
            var refused = (await read.Should().ThrowAsync<SystemRefusedException>()).Which;
            (refused.Message, refused.Cure).Should().Be(($"shop wants a new consent: {words}", Cure));
        }

        vendor.TokenCalls.Should().HaveCount(1);
        vendor.ApiCalls.Should().BeEmpty();
    }

    [Test]
    public async Task Before_the_first_consent_nothing_is_tried()
    {
        await using var vendor = await TokenVendor.StartAsync();
        using var bed = vendor.Connect(isConnected: false);
        var read = () => bed.GetAsync();

        var refused = (await read.Should().ThrowAsync<SystemRefusedException>()).Which;

        (refused.Message, refused.Cure).Should().Be(("nobody has consented to the connection with shop yet", Cure));
        vendor.Service.Seen.Should().BeEmpty();
    }

    [Test]
    public async Task A_token_for_which_it_is_too_early_is_used_on()
    {
        await using var vendor = await TokenVendor.StartAsync();
        vendor.AnswerNext(Answers.Of(400, """{"error":"access_denied","error_description":"Rate limit exceeded: access_token not expired"}"""));
        using var bed = vendor.Connect();
        bed.Clock.Advance(TimeSpan.FromSeconds(575));
        await (await bed.GetAsync()).DisposeAsync();
        await (await bed.GetAsync()).DisposeAsync();
        bed.Clock.Advance(TimeSpan.FromSeconds(5));
        await (await bed.GetAsync()).DisposeAsync();

        vendor.ApiCalls.Select(call => call.Header("Authorization")).Should().Equal("Bearer access-0", "Bearer access-0", "Bearer access-1");
        vendor.TokenCalls.Should().HaveCount(2);
    }

    [Test]
    public async Task A_token_that_is_not_taken_before_it_may_be_renewed_is_waited_for()
    {
        await using var vendor = await TokenVendor.StartAsync();
        using var bed = vendor.Connect();
        new TokenStore("shop", vendor.Options, bed.Kept).Write(
            new Token("revoked", "refresh-0", bed.Clock.GetUtcNow() + TimeSpan.FromSeconds(570), bed.Clock.GetUtcNow() + TimeSpan.FromSeconds(600)));
        bed.Clock.Advance(TimeSpan.FromSeconds(70));
        var read = () => bed.GetAsync();

        (await read.Should().ThrowAsync<SystemBusyException>()).Which.RetryAfter.Should().Be(TimeSpan.FromSeconds(500));
        bed.Clock.Advance(TimeSpan.FromSeconds(500));
        await using var response = await bed.GetAsync();

        response.Status.Should().Be(200);
    }

    [Test]
    public async Task A_renewal_whose_answer_was_lost_before_it_had_an_effect_is_repeated()
    {
        await using var vendor = await TokenVendor.StartAsync();
        vendor.AnswerNext(Answers.Cut);
        using var bed = vendor.Connect();
        bed.Clock.Advance(TimeSpan.FromSeconds(570));

        await using var response = await bed.GetAsync();

        response.Status.Should().Be(200);
        vendor.TokenCalls.Should().HaveCount(2);
    }

    [Test]
    public async Task A_renewal_that_was_sent_is_kept_though_its_run_is_cancelled()
    {
        await using var vendor = await TokenVendor.StartAsync();
        using var bed = vendor.Connect();
        using var stop = new CancellationTokenSource();
        vendor.OnTokenCall = stop.Cancel;
        bed.Clock.Advance(TimeSpan.FromSeconds(601));
        var call = () => bed.Transport.SendAsync(new RestRequest(HttpMethod.Get, new Uri(vendor.Service.Address, "/things")), stop.Token);

        await call.Should().ThrowAsync<OperationCanceledException>();

        new TokenStore("shop", vendor.Options, bed.Kept).Read()!.Refresh.Should().Be("refresh-1");
        vendor.ApiCalls.Should().BeEmpty();
        (await bed.GetAsync()).Status.Should().Be(200);
        vendor.TokenCalls.Should().HaveCount(1);
    }

    [Test]
    public async Task A_process_that_was_killed_before_its_new_token_was_in_place_has_not_broken_the_chain()
    {
        await using var vendor = await TokenVendor.StartAsync();
        using var killed = vendor.Connect();
        using var next = new Bed(vendor.Service.Address, killed.Options, sharing: killed);
        var file = TokenFileOf(killed);
        var old = File.ReadAllBytes(file);
        killed.Clock.Advance(TimeSpan.FromSeconds(601));
        await (await killed.GetAsync()).DisposeAsync();
        File.Move(file, file + ".new");
        OwnerOnlyFile(file, old);

        (await next.GetAsync()).Status.Should().Be(200);

        vendor.TokenCalls.Should().HaveCount(1);
        new TokenStore("shop", vendor.Options, next.Kept).Read()!.Refresh.Should().Be("refresh-1");
        File.Exists(file + ".new").Should().BeFalse();
    }

    [Test]
    public async Task What_a_killed_process_had_written_in_part_is_not_believed()
    {
        await using var vendor = await TokenVendor.StartAsync();
        using var bed = vendor.Connect();
        OwnerOnlyFile(TokenFileOf(bed) + ".new", "{\"access\":\"access-1\",\"refr"u8);
        bed.Clock.Advance(TimeSpan.FromSeconds(601));

        (await bed.GetAsync()).Status.Should().Be(200);

        vendor.TokenCalls.Single().Field("refresh_token").Should().Be("refresh-0");
    }

    [Test]
    public async Task A_process_that_was_killed_before_the_answer_was_kept_leaves_a_chain_that_only_a_person_can_mend()
    {
        await using var vendor = await TokenVendor.StartAsync();
        using var killed = vendor.Connect();
        using var next = new Bed(vendor.Service.Address, killed.Options, sharing: killed);
        var file = TokenFileOf(killed);
        var old = File.ReadAllBytes(file);
        killed.Clock.Advance(TimeSpan.FromSeconds(601));
        await (await killed.GetAsync()).DisposeAsync();
        File.Delete(file);
        OwnerOnlyFile(file, old);

        foreach (var _ in Enumerable.Range(0, 2))
            (await next.Awaiting(bed => bed.GetAsync()).Should().ThrowAsync<SystemRefusedException>()).Which.Cure.Should().Be(Cure);

        vendor.TokenCalls.Should().HaveCount(2, "what was refused once is not tried again");
    }

    [Test]
    public async Task A_system_that_gives_no_new_refresh_token_is_asked_with_the_old_one()
    {
        await using var vendor = await TokenVendor.StartAsync();
        vendor.AnswerNext(Answers.Token("access-0", null, "600"));
        using var bed = vendor.Connect();
        bed.Clock.Advance(TimeSpan.FromSeconds(570));
        await (await bed.GetAsync()).DisposeAsync();
        bed.Clock.Advance(TimeSpan.FromSeconds(570));
        await (await bed.GetAsync()).DisposeAsync();

        vendor.TokenCalls.Select(call => call.Field("refresh_token")).Should().Equal("refresh-0", "refresh-0");
    }

    private static string TokenFileOf(Bed bed) => Directory.GetFiles(bed.Folder, "token-*.json").Single();

    private static void OwnerOnlyFile(string path, ReadOnlySpan<byte> content)
    {
        using var stream = OwnerOnly.Create(path);
        stream.Write(content);
    }
}
