using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Rest;
using SesamTalk.Connectors.Rest.Forms;
using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Time;
using SesamTalk.TestKit.Vendors;
using static SesamTalk.Connectors.Tests.Rest.ScriptedTransport;

namespace SesamTalk.Connectors.Tests.Rest.Definitions;

/// <summary>Who gives keys: where the answer to a create tells the key, the system does, though its tables would take one (clause C3).</summary>
[Clause("C3")]
[Parallelizable(ParallelScope.All)]
internal sealed class KeyGiverTests
{
    [TestCase("{ path: things, key: { at: id } }", false)]
    [TestCase("{ path: \"things/{key}\", verb: PUT }", true)]
    public async Task Keys_are_taken_where_the_answer_to_a_create_does_not_tell_them(string create, bool takes)
    {
        var defined = DefinedSystem.Read(
            $"version: 1\nbase: https://api.example.com/v2\nentities:\n  Thing: {{ read: {{ path: things }}, create: {create} }}",
            "version: 1\nentities:\n  Thing:\n    key: { property: id, given_by: client }\n    properties:\n      id: { type: string, access: never }\n      name: { type: string }");
        defined.Faults.Should().BeEmpty();
        var entity = defined.Entities.Single();
        await using var system = new RestSystem("shop", (RestDefinition)defined.Definition!, new ScriptedTransport(_ => Json("""{"id":"its own"}""")), new FakeClock());
        var shape = new Shape([entity.Property("name")!]);
        async Task<WriteOutcome> CreateAsync(string? key) =>
            (await system.WriteAsync(new WriteBatch(entity, shape, [new CreateRequest(key, [new PropertyValue(0, Value.Text("x"))], "once")]), CancellationToken.None)).Single();

        var (with, without) = (await CreateAsync("ours"), await CreateAsync(null));

        system.CapabilitiesOf(entity).TakesKeys.Should().Be(takes);
        (takes ? with : without).Should().Be(new Written(takes ? "ours" : "its own", null));
        (takes ? without : with).Should().BeOfType<Rejected>();
    }
}
