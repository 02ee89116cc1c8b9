using SesamTalk.Connectors.Rest.Transport;
using SesamTalk.Connectors.Systems;
using SesamTalk.Connectors.Tests.Rest.Authentication;

namespace SesamTalk.Connectors.Tests.Rest.Examining;

/// <summary>What a look at a service tells.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ExaminationTests
{
    private const string Whole = """
        {"id":"k1","name":"n","code":"c","count":1,"price":1.5,"active":true,"day":"2026-01-01","at":"2026-01-01T00:00:00Z",
        "address":{"city":"Bergen","zip":"5003"},"tags":[],"owner":null,"lines":[],"modified":"2026-01-01T00:00:00Z"}
        """;

    [Test]
    public async Task A_service_as_it_should_be_is_told_layer_by_layer()
    {
        var found = await LookAsync(_ => ScriptedTransport.Json($"[{Whole}]"));

        found.Should().Equal(
            Examination.Fine(ExaminationLayer.Credentials, "there is a token"),
            Examination.Fine(ExaminationLayer.Rights, "Thing: may be read"),
            Examination.Fine(ExaminationLayer.Shape, "Thing: all 14 properties are there, in 1 record"));
    }

    [Test]
    public async Task Without_a_login_nothing_is_asked_for()
    {
        var bed = Bed(_ => ScriptedTransport.Json("[]"));
        bed.Transport.Login = () => throw new SystemRefusedException("nobody has consented", "Consent with: sesamtalk connect shop");

        var found = await LookAsync(bed);

        found.Should().Equal(
            Examination.Failure(ExaminationLayer.Credentials, "nobody has consented", "Consent with: sesamtalk connect shop"),
            Examination.NotTried(ExaminationLayer.Rights, "not tried: Thing"));
        bed.Transport.Seen.Should().BeEmpty();
    }

    [Test]
    public async Task What_may_not_be_read_is_told_in_the_systems_words()
    {
        var found = await LookAsync(_ => throw new SystemRefusedException("shop refuses: no right", "Give it the right."));

        found[^1].Should().Be(Examination.Failure(ExaminationLayer.Rights, "Thing: shop refuses: no right", "Give it the right."));
    }

    private static IEnumerable<TestCaseData> Troubles() =>
    [
        new(new SystemBusyException("full", TimeSpan.FromSeconds(61)), "Wait until 08:02 UTC."),
        new(new SystemBusyException("full", TimeSpan.FromHours(16)), "Wait until 2026-01-06 00:00 UTC."),
        new(new SystemBusyException("ended", TimeSpan.FromMinutes(9)) { InsteadOfWaiting = "consent anew" }, "Wait until 08:09 UTC, or consent anew"),
        new(new SystemUnavailableException("cut"), "See whether it is up and can be reached from here, and try again."),
        new(new SystemRefusedException("who are you", "Log in.") { IsOfLogin = true }, "Log in."),
    ];

    [TestCaseSource(nameof(Troubles))]
    public async Task What_stands_in_the_way_of_everything_is_told_once_with_its_cure(SystemFailureException trouble, string cure)
    {
        var found = await LookAsync(_ => throw trouble);

        found.Skip(1).Should().Equal(
            Examination.Failure(ExaminationLayer.Credentials, trouble.Message, cure),
            Examination.NotTried(ExaminationLayer.Rights, "not tried: Thing"));
    }

    [Test]
    public async Task A_request_that_is_not_understood_is_a_matter_of_the_definition()
    {
        var found = await LookAsync(_ => ScriptedTransport.Failed(FailureKind.Rejected, "no field 'ownr'", 400));

        found[^1].Layer.Should().Be(ExaminationLayer.Shape);
        found[^1].Result.Should().Be(ExaminationResult.Failure);
        (found[^1].Message, found[^1].Cure).Should().Be(("Thing: Thing cannot be read as it is asked for: the system says: no field 'ownr'", "Correct what the definition says of Thing."));
    }

    [Test]
    public async Task A_property_that_no_record_shows_is_a_warning_with_the_cure()
    {
        var found = await LookAsync(_ => ScriptedTransport.Json($"[{Whole.Replace("\"owner\"", "\"holder\"", StringComparison.Ordinal).Replace("\"zip\"", "\"code\"", StringComparison.Ordinal)}]"));

        found.Skip(2).Select(it => (it.Layer, it.Result, it.Message)).Should().Equal(
            (ExaminationLayer.Shape, ExaminationResult.Warning, "Thing: 'address.zip' is described, and none of 1 records shows it"),
            (ExaminationLayer.Shape, ExaminationResult.Warning, "Thing: 'owner' is described, and none of 1 records shows it"));
        found[^1].Cure.Should().StartWith("Correct its name in the entity description, or say where it stands with 'at'");
    }

    [Test]
    public async Task A_property_that_one_record_shows_and_one_whose_owner_is_empty_are_there()
    {
        var found = await LookAsync(_ => ScriptedTransport.Json($$"""[{"id":"k2"},{"id":"k3","address":null},{{Whole.Replace("\"zip\"", "\"code\"", StringComparison.Ordinal)}}]"""));

        found[^1].Result.Should().Be(ExaminationResult.Fine);
    }

    [Test]
    public async Task A_property_that_cannot_be_read_is_a_failure_that_shows_no_value()
    {
        var found = await LookAsync(_ => ScriptedTransport.Json($"[{Whole},{Whole.Replace("\"count\":1", "\"count\":\"secret\"", StringComparison.Ordinal)}]"));

        var failure = found.Should().ContainSingle(it => it.Result == ExaminationResult.Failure).Which;
        (failure.Layer, failure.Message).Should().Be((ExaminationLayer.Shape, "Thing: 'count' cannot be read as integer in 1 of 2 records, the first of which is k1"));
    }

    [Test]
    public async Task An_answer_without_its_list_is_a_failure()
    {
        var found = await LookAsync(_ => ScriptedTransport.Json("""{"value":[]}"""));

        found[^1].Should().Be(Examination.Failure(ExaminationLayer.Shape, "Thing: the answer for Thing has no list as a whole", null));
    }

    [Test]
    public async Task Where_there_are_no_records_that_is_said()
    {
        var found = await LookAsync(_ => ScriptedTransport.Json("[]"));

        found[^1].Should().Be(Examination.Fine(ExaminationLayer.Shape, "Thing: there are no records to hold against the description"));
    }

    [Test]
    public async Task A_token_is_renewed_to_see_whether_that_works()
    {
        await using var vendor = await TokenVendor.StartAsync();
        using var bed = vendor.Connect();
        bed.Clock.Advance(TimeSpan.FromHours(1));

        (await bed.Transport.LogInAsync(CancellationToken.None)).Should().Be("there is a token");

        vendor.TokenCalls.Should().ContainSingle();
        vendor.ApiCalls.Should().BeEmpty();
    }

    [Test]
    public async Task Where_nobody_has_consented_the_cure_is_to_connect()
    {
        await using var vendor = await TokenVendor.StartAsync();
        using var bed = vendor.Connect(isConnected: false);
        var login = () => bed.Transport.LogInAsync(CancellationToken.None);

        (await login.Should().ThrowAsync<SystemRefusedException>()).Which.Cure.Should().Be("Consent to the connection with: sesamtalk connect shop");
    }

    private static RestBed Bed(Func<RestRequest, RestResponse> answer) => new("path: things\nread: {}", answer);

    private static Task<List<Examination>> LookAsync(Func<RestRequest, RestResponse> answer) => LookAsync(Bed(answer));

    private static async Task<List<Examination>> LookAsync(RestBed bed)
    {
        var all = new List<Examination>();
        await foreach (var found in bed.System.ExamineAsync([bed.Entity], CancellationToken.None))
            all.Add(found);
        return all;
    }
}
