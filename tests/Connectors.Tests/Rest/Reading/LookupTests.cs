using SesamTalk.Connectors.Rest.Transport;
using SesamTalk.Connectors.Systems;
using SesamTalk.Connectors.Values;
using SesamTalk.TestKit;
using static SesamTalk.Connectors.Tests.Rest.ScriptedTransport;

namespace SesamTalk.Connectors.Tests.Rest.Reading;

/// <summary>Looking records up by keys and values (clauses C3, O5).</summary>
[Clause("C3")]
[Parallelizable(ParallelScope.All)]
internal sealed class LookupTests
{
    [Test]
    public async Task A_key_is_asked_for_by_its_address_and_one_that_is_not_there_is_not_found()
    {
        var bed = new RestBed("read: { path: things }\nkey_lookup: { path: \"things(guid'{key}')\", record: d }", request =>
            request.Address.AbsolutePath.Contains('b') ? Failed(FailureKind.Missing, "no", 404) : Json("""{"d":{"id":"a","name":"n"}}"""));

        var found = await bed.System.LookUpAsync(bed.Request, ["a", "b"], CancellationToken.None);

        found.Records.Select(record => record.Key).Should().Equal("a");
        bed.Transport.Asked.Should().BeEquivalentTo("GET /v2/things(guid'a')", "GET /v2/things(guid'b')");
    }

    [Test]
    [Clause("O5")]
    public async Task A_request_that_the_system_does_not_understand_makes_no_record_missing()
    {
        var bed = new RestBed("read: { path: things }\nkey_lookup: { path: \"things/{key}\" }", _ => Failed(FailureKind.Rejected, "$select is mandatory", 400));

        var look = () => bed.System.LookUpAsync(bed.Request, ["a"], CancellationToken.None);

        (await look.Should().ThrowAsync<SystemRefusedException>()).WithMessage("*$select is mandatory*");
    }

    [Test]
    public async Task Several_keys_are_asked_for_at_once()
    {
        var bed = new RestBed(
            "read: { path: things, rows: d }\nkey_lookup: { path: things, parameters: { ids: \"{keys}\" }, several: { most: 2 } }",
            request => Json($$"""{"d":[{{string.Join(',', RestBed.ParameterOf(request, "ids").Split(',').Select(id => $$"""{"id":"{{id}}"}"""))}},{"id":"stranger"}]}"""));

        var found = await bed.System.LookUpAsync(bed.Request, ["a", "b", "c"], CancellationToken.None);

        found.Records.Select(record => record.Key).Should().Equal("a", "b", "c");
        bed.Transport.Asked.Should().Equal("GET /v2/things?ids=a,b", "GET /v2/things?ids=c");
    }

    [Test]
    [Clause("W2")]
    public async Task Many_keys_are_found_in_the_list_and_what_it_lacks_is_asked_for_by_itself()
    {
        var bed = new RestBed("read: { path: things }\nkey_lookup: { path: \"things/{key}\", list_from: 3 }", request =>
            request.Address.AbsolutePath.EndsWith("things", StringComparison.Ordinal) ? Json("""[{"id":"a","name":"1"},{"id":"b","name":"2"},{"id":"z"}]""")
            : Failed(FailureKind.Missing, "no", 404));

        var found = await bed.System.LookUpAsync(bed.Request, ["a", "b", "c"], CancellationToken.None);

        found.Records.Select(record => $"{record.Key}{bed.Of(record, "name")}").Should().Equal("a1", "b2");
        bed.Transport.Asked.Should().Equal("GET /v2/things", "GET /v2/things/c");
    }

    [Test]
    public async Task Few_keys_are_not_sought_in_the_list()
    {
        var bed = new RestBed("read: { path: things }\nkey_lookup: { path: \"things/{key}\", list_from: 3 }", _ => Json("""{"id":"a"}"""));

        await bed.System.LookUpAsync(bed.Request, ["a"], CancellationToken.None);

        bed.Transport.Asked.Should().Equal("GET /v2/things/a");
    }

    [Test]
    public void A_list_that_is_not_there_cannot_be_named()
    {
        var define = () => new RestBed("read: { path: things }\nchildren: { lines: { read: { path: \"things/{parent}/lines\", list_from: 3 } } }", _ => Json("[]"));

        define.Should().Throw<AssertionException>("a definition with faults is no definition").WithMessage("*there is no list that shows all of it*");
    }

    [Test]
    public async Task A_list_is_read_on_only_while_that_may_take_fewer_requests()
    {
        const string Definition = """
            read: { path: things, paging: { kind: next_link, next: { at: next } }, rows: d }
            key_lookup: { path: "things/{key}", list_from: 3 }
            """;
        var bed = new RestBed(Definition, request => request.Address.AbsolutePath.EndsWith("things", StringComparison.Ordinal)
            ? Json($$"""{"d":[{"id":"x{{request.Address.Query.Length}}"}],"next":"/v2/things{{request.Address.Query}}{{(request.Address.Query.Length == 0 ? "?p=" : "1")}}"}""")
            : Json($$"""{"id":"{{request.Address.Segments[^1]}}"}"""));

        var found = await bed.System.LookUpAsync(bed.Request, ["a", "b", "c", "d"], CancellationToken.None);

        found.Records.Select(record => record.Key).Should().BeEquivalentTo("a", "b", "c", "d");
        bed.Transport.Asked.Count(asked => !asked.StartsWith("GET /v2/things/", StringComparison.Ordinal)).Should().BeLessThanOrEqualTo(4);
    }

    [Test]
    public async Task Values_are_asked_for_as_literals_and_held_against_what_comes()
    {
        var bed = new RestBed(
            """
            read: { path: things }
            properties: { code: { pad: left, length: 6 } }
            value_lookup:
              parameters: { $filter: "{filter}" }
              each: "{name} eq {literal}"
              literals: { string: "'{value|quoted}'", datetime: "datetime'{value}'" }
            """,
            _ => Json("""[{"id":"1","code":"    12","name":"O'Hara","count":3},{"id":"2","code":"12","name":"o'hara","count":3}]"""));
        bed.Shape = bed.Only("code");

        var found = await bed.System.FindAsync(bed.Request, ["code", "name", "count"], [Value.Text("12"), Value.Text("O'Hara"), Value.Integer(3)], CancellationToken.None);

        found.Records.Select(record => record.Key).Should().Equal("1");
        found.Records[0].Values.Should().Equal(Value.Text("12"));
        bed.Transport.Asked.Should().Equal("GET /v2/things?$filter=code eq '    12' and name eq 'O''Hara' and count eq 3");
        bed.Capabilities.LooksUpByValues.Should().BeTrue();
    }

    [Test]
    public async Task Values_are_asked_for_by_parameters_of_their_own()
    {
        var bed = new RestBed("read: { path: things }\nvalue_lookup: { by_parameter: { code: codes } }", _ => Json("""[{"id":"1","code":"a&b","name":"x"},{"id":"2","code":"a&b","name":"y"}]"""));

        var found = await bed.System.FindAsync(bed.Request, ["code", "name"], [Value.Text("a&b"), Value.Text("y")], CancellationToken.None);

        found.Records.Select(record => record.Key).Should().Equal("2");
        bed.Transport.Seen.Single().Address.Query.Should().Be("?codes=a%26b");
    }

    [Test]
    public void A_system_that_cannot_be_asked_for_a_natural_key_does_not_look_up_by_values() =>
        new RestBed("read: { path: things }\nvalue_lookup: { by_parameter: { name: names } }", _ => Json("[]")).Capabilities.LooksUpByValues.Should().BeFalse();
}
