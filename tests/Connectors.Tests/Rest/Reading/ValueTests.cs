using SesamTalk.Connectors.Rest.Transport;
using SesamTalk.Connectors.Values;
using SesamTalk.TestKit;
using static SesamTalk.Connectors.Tests.Rest.ScriptedTransport;

namespace SesamTalk.Connectors.Tests.Rest.Reading;

/// <summary>What values look like in JSON, both ways (clause O4).</summary>
[Clause("O4")]
[Parallelizable(ParallelScope.All)]
internal sealed class ValueTests
{
    private static readonly DateTime Instant = new(2026, 7, 1, 12, 14, 12, DateTimeKind.Utc);

    [TestCase("datetime: iso", "\"2026-07-01T12:14:12Z\"")]
    [TestCase("datetime: iso_offset, time_zone: Europe/Oslo", "\"2026-07-01T14:14:12+02:00\"")]
    [TestCase("datetime: iso_local, time_zone: Europe/Oslo", "\"2026-07-01T14:14:12\"")]
    [TestCase("datetime: date_ms", "\"/Date(1782908052000)/\"")]
    [TestCase("datetime: date_ms_local, time_zone: Europe/Amsterdam", "\"/Date(1782915252000)/\"")]
    [TestCase("datetime: unix_seconds", "1782908052")]
    [TestCase("datetime: unix_ms", "1782908052000")]
    public async Task An_instant_is_read_and_written_in_each_form(string form, string json) => await BothWays("at", $"{{ {form} }}", Value.DateTime(Instant), json);

    [TestCase("date: iso", "\"2026-07-01\"")]
    [TestCase("date: iso_datetime", "\"2026-07-01T00:00:00\"")]
    [TestCase("date: date_ms", "\"/Date(1782864000000)/\"")]
    public async Task A_date_is_read_and_written_in_each_form(string form, string json) => await BothWays("day", $"{{ {form} }}", Value.Date(new DateOnly(2026, 7, 1)), json);

    [TestCase("\"2026-07-01T12:14:12.123456789+02:00\"", "2026-07-01T10:14:12.1234567Z")]
    [TestCase("\"2026-07-01T12:14\"", "2026-07-01T12:14:00Z")]
    [TestCase("\"2026-10-25T02:30:00\"", "2026-10-25T02:30:00Z")]
    [TestCase("\"/Date(1782908052000+0200)/\"", "2026-07-01T12:14:12Z")]
    public async Task Any_spelling_of_ISO_8601_is_read(string json, string expected) => (await ReadAsync("at", "{}", json)).ToString().Should().Be(expected);

    [TestCase("count", "{ numbers: text }", "\"9223372036854775807\"")]
    [TestCase("count", "{}", "9223372036854775807")]
    public async Task Big_numbers_keep_every_digit(string property, string form, string json) => await BothWays(property, form, Value.Integer(long.MaxValue), json);

    [Test]
    public async Task A_decimal_keeps_every_digit() => await BothWays("price", "{}", Value.Decimal(1234567890123456789.123456789m), "1234567890123456789.123456789");

    [TestCase("{ pad: left, length: 6 }", "\"   123\"")]
    [TestCase("{ pad: right, length: 6 }", "\"123   \"")]
    public async Task A_padded_code_is_read_without_its_blanks_and_sent_with_them(string form, string json) => await BothWays("code", form, Value.Text("123"), json);

    [Test]
    public async Task Every_character_comes_through()
    {
        const string Text = "Bjørn 's-Hertogenbosch 日本語 😀 e\u0301 \"\\ \u0001";
        await BothWays("name", "{}", Value.Text(Text), System.Text.Json.JsonSerializer.Serialize(Text));
    }

    [TestCase("{}", "null")]
    [TestCase("{ empty: text }", "\"\"")]
    public async Task What_becomes_empty_is_sent_as_the_system_wants_it(string form, string json)
    {
        var bed = Bed("name", form, _ => Json(string.Empty, 204));

        await bed.WriteAsync(bed.Update("a", ("name", Value.Text("x"), Value.None)));

        BodyOf(bed.Transport.Seen[0]).Should().Be($$"""{"name":{{json}}}""");
    }

    [Test]
    public async Task A_word_that_stands_for_nothing_is_no_value() => (await ReadAsync("name", "{ none: [hidden] }", "\"hidden\"")).Should().Be(Value.None);

    [TestCase("name", "12.50", "12.50")]
    [TestCase("name", "true", "true")]
    [TestCase("count", "3.0", "3")]
    [TestCase("active", "\"true\"", "true")]
    [TestCase("active", "1", "true")]
    [TestCase("tags", "[\"a\",2]", "[a, 2]")]
    [TestCase("tags", "[]", "")]
    public async Task What_is_of_another_type_is_read_where_it_means_the_same(string property, string json, string expected) =>
        (await ReadAsync(property, "{}", json)).ToString().Should().Be(expected);

    [TestCase("count", "\"twelve\"", "'twelve'")]
    [TestCase("count", "12.5", "12.5")]
    [TestCase("count", "9223372036854775808", "9223372036854775808")]
    [TestCase("price", "1e40", "1e40")]
    [TestCase("active", "\"perhaps\"", "'perhaps'")]
    [TestCase("day", "\"2026-02-30\"", "'2026-02-30'")]
    [TestCase("at", "\"yesterday\"", "'yesterday'")]
    [TestCase("name", "{\"a\":1}", "an object")]
    [TestCase("name", "\"\\ud800\"", "half a character")]
    [TestCase("lines", "[{\"lineId\":1,\"amount\":\"x\"}]", "'x'")]
    public async Task A_record_with_a_value_that_cannot_be_read_is_told_and_the_others_come(string property, string json, string shown)
    {
        var bed = new RestBed("read: { path: things }", _ => Json($$"""[{"{{property}}":{{json}},"id":"bad"},{"id":"good"}]"""));

        var batch = (await bed.CompleteAsync()).Single();

        batch.Records.Select(record => record.Key).Should().Equal("good");
        var fault = batch.Faults.Should().ContainSingle().Which;
        (fault.Key, fault.Property).Should().Be(("bad", property));
        fault.Message.Should().Contain(shown).And.Contain(property == "lines" ? "amount" : property);
    }

    [Test]
    public async Task A_row_without_its_key_is_told()
    {
        var bed = new RestBed("read: { path: things }", _ => Json("""[{"name":"x"},{"id":null}]"""));

        (await bed.CompleteAsync()).Single().Faults.Select(fault => fault.Key).Should().Equal(null, null);
    }

    [Test]
    public async Task Nested_values_are_read_and_written_in_their_places()
    {
        var bed = new RestBed(
            "read: { path: things }\nupdate: { path: \"things/{key}\", body: partial }\nproperties: { address.zip: { at: address.post.code }, owner: { at: ownerRef.id } }",
            request => request.Method == HttpMethod.Get ? Json("""[{"id":"a","address":{"city":"Bergen","post":{"code":"5003"}},"ownerRef":{"id":7,"x":[1]}},{"id":"b","address":null}]""") : Json(string.Empty, 204));

        var records = (await bed.CompleteAsync()).Single().Records;
        await bed.WriteAsync(bed.Update("a", ("address.city", Value.Text("Bergen"), Value.Text("Oslo")), ("owner", Value.None, Value.Text("8")), ("address.zip", Value.None, Value.Text("0150"))));

        (bed.Of(records[0], "address.city").ToString(), bed.Of(records[0], "address.zip").ToString(), bed.Of(records[0], "owner").ToString()).Should().Be(("Bergen", "5003", "7"));
        bed.Of(records[1], "address.city").Should().Be(Value.None);
        BodyOf(bed.Transport.Seen[^1]).Should().Be("""{"address":{"city":"Oslo","post":{"code":"0150"}},"ownerRef":{"id":"8"}}""");
    }

    private static RestBed Bed(string property, string form, Func<RestRequest, RestResponse> answer) =>
        new($"read: {{ path: things }}\nupdate: {{ path: \"things/{{key}}\", verb: PUT, body: partial }}\nproperties: {{ {property}: {form} }}", answer);

    private static async Task<Value> ReadAsync(string property, string form, string json)
    {
        var bed = Bed(property, form, _ => Json($$"""[{"id":"a","{{property}}":{{json}}}]"""));
        return bed.Of(await bed.OneAsync(), property);
    }

    private static async Task BothWays(string property, string form, Value value, string json)
    {
        (await ReadAsync(property, form, json)).Should().Be(value);
        var bed = Bed(property, form, _ => Json(string.Empty, 204));
        await bed.WriteAsync(bed.Update("a", (property, Value.None, value)));
        using var sent = System.Text.Json.JsonDocument.Parse(BodyOf(bed.Transport.Seen[0]));
        using var expected = System.Text.Json.JsonDocument.Parse(json);
        var actual = sent.RootElement.GetProperty(property);
        (actual.ValueKind == System.Text.Json.JsonValueKind.String ? actual.GetString() : actual.GetRawText())
            .Should().Be(expected.RootElement.ValueKind == System.Text.Json.JsonValueKind.String ? expected.RootElement.GetString() : json);
    }
}
