using SesamTalk.Connectors.Values;
using SesamTalk.TestKit;
using static SesamTalk.Connectors.Tests.Rest.ScriptedTransport;

namespace SesamTalk.Connectors.Tests.Rest.Reading;

/// <summary>Looking records up by values that the system cannot be asked for (clause C3).</summary>
[Clause("C3")]
[Parallelizable(ParallelScope.All)]
internal sealed class ComparedLookupTests
{
    [Test]
    public async Task Without_a_filter_the_list_is_read_and_compared()
    {
        var bed = new RestBed(
            "path: things\nread: {}\nvalue_lookup: { parameters: { mine: \"true\" }, properties: [code] }",
            _ => Json("""[{"id":"a","code":"1"},{"id":"b","code":"2"}]"""));

        var found = await bed.System.FindAsync(bed.Request, ["code"], [Value.Text("2")], CancellationToken.None);

        found.Records.Select(record => record.Key).Should().Equal("b");
        bed.Transport.Asked.Should().Equal("GET /v2/things?mine=true");
        bed.Capabilities.LooksUpByValues.Should().BeTrue();
    }
}
