using SesamTalk.Connectors.Rest.Transport;
using SesamTalk.Connectors.Systems;
using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Vendors;
using static SesamTalk.Connectors.Tests.Rest.ScriptedTransport;

namespace SesamTalk.Connectors.Tests.Rest.Reading;

/// <summary>Records that are no longer there and were not deleted (clause O5).</summary>
[Clause("O5")]
[Parallelizable(ParallelScope.All)]
internal sealed class LeftTests
{
    private const string Form = """
        path: things
        read: {}
        key_lookup: { path: "{path}/{key}" }
        update: { path: "{path}/{key}" }
        left: { path: state, parameters: { id: "{key}" }, at: sent.is, is: ["true"], reason: it was sent }
        """;

    [Test]
    public async Task A_record_that_left_is_neither_there_nor_gone()
    {
        var bed = new RestBed(Form, Answer);

        var found = await bed.System.LookUpAsync(bed.Request, ["there", "left", "deleted", "unknown"], CancellationToken.None);

        found.Records.Select(record => record.Key).Should().Equal("there");
        found.Faults.Should().ContainSingle().Which.Should().Be(new Connectors.Reading.RecordFault("left", null, "the record is no longer there, and was not deleted: it was sent"));
        bed.Transport.Asked.Should().NotContain("GET /v2/state?id=there");
    }

    [Test]
    public async Task A_question_that_is_not_understood_makes_no_record_gone()
    {
        var bed = new RestBed(Form, request => request.Address.AbsolutePath == "/v2/state" ? Failed(FailureKind.Rejected, "what?", 400) : Failed(FailureKind.Missing, "no", 404));

        await FluentActions.Awaiting(() => bed.System.LookUpAsync(bed.Request, ["a"], CancellationToken.None)).Should().ThrowAsync<SystemRefusedException>();
    }

    [Test, Clause("W2")]
    public async Task A_write_to_a_record_that_left_is_rejected()
    {
        var bed = new RestBed(Form, Answer);

        (await bed.WriteAsync(bed.Update("left", ("name", Value.None, Value.Text("n"))))).Should().BeOfType<Rejected>().Which.Message.Should().Contain("it was sent");
        (await bed.WriteAsync(bed.Update("deleted", ("name", Value.None, Value.Text("n"))))).Should().Be(new Changed(null));
    }

    [Test]
    public void The_question_has_to_name_the_record()
    {
        var read = DefinedSystem.Read(
            """
            version: 1
            base: https://api.example.com
            entities:
              Thing:
                path: things
                read: {}
                left: { path: state, at: sent, is: ["true"], reason: it was sent }
            """,
            "version: 1\nentities:\n  Thing:\n    key: { property: id, given_by: system }\n    can: []\n    properties:\n      id: { type: string, access: never }\n");

        read.Faults.Should().ContainSingle().Which.Should().Contain("'left' does not say which record");
    }

    private static RestResponse Answer(RestRequest request) => Uri.UnescapeDataString(request.Address.PathAndQuery) switch
    {
        "/v2/things/there" => Json("""{"id":"there"}"""),
        "/v2/state?id=left" => Json("""{"sent":{"is":true}}"""),
        "/v2/state?id=deleted" => Json("""{"sent":{"is":false}}"""),
        _ => Failed(FailureKind.Missing, "no", 404),
    };
}
