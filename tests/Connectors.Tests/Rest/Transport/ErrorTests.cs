using System.Text;
using SesamTalk.Connectors.Rest.Transport;
using SesamTalk.Connectors.Systems;
using SesamTalk.TestKit;

namespace SesamTalk.Connectors.Tests.Rest.Transport;

/// <summary>What answers mean that are no success, and where the system's own words are in them (clause W4).</summary>
[Clause("W4")]
[Parallelizable(ParallelScope.All)]
public sealed class ErrorTests
{
    [TestCase(400, "Rejected")]
    [TestCase(409, "Rejected")]
    [TestCase(422, "Rejected")]
    [TestCase(412, "Changed")]
    [TestCase(404, "Missing")]
    [TestCase(410, "Missing")]
    public async Task What_concerns_one_record_is_a_value(int status, string kind)
    {
        await using var service = await Service.StartAsync(Answers.Of(status, """{"message":"because"}"""));
        using var bed = new Bed(service.Address);

        await using var response = await bed.PostAsync();

        response.Failure.Should().Be(new Failure(Enum.Parse<FailureKind>(kind), "because"));
    }

    [TestCase(401, "Check the credentials of shop in its settings.")]
    [TestCase(403, "Give the login of shop the right that it lacks there.")]
    public async Task A_missing_login_or_right_is_refused_with_its_cure(int status, string cure)
    {
        await using var service = await Service.StartAsync(Answers.Of(status, "Forbidden"));
        using var bed = new Bed(service.Address);
        var read = () => bed.GetAsync();

        var refused = (await read.Should().ThrowAsync<SystemRefusedException>()).Which;
        (refused.Message, refused.Cure).Should().Be(("shop refuses: Forbidden", cure));
        service.Seen.Should().HaveCount(1);
    }

    [TestCase("""{"error":{"code":"","message":{"lang":"","value":"Data already exists"}}}""", "Data already exists")]
    [TestCase("""{"error":{"message":"No such thing"}}""", "No such thing")]
    [TestCase("""{"Type":null,"Title":"Customer validation error(s)","Status":400,"Detail":"Name is needed"}""", "Name is needed")]
    [TestCase("""{"title":"One or more errors","errors":{"Name":["is needed","is short"],"City":["is needed"]}}""", "Name: is needed; is short; City: is needed")]
    [TestCase("""{"error":"invalid_client","error_description":"No such client"}""", "No such client")]
    [TestCase("""{"error":"invalid_client"}""", "invalid_client")]
    [TestCase("""{"errors":[{"message":"one"},{"message":"two"}]}""", "message: one; message: two")]
    [TestCase("\"in short\"", "in short")]
    [TestCase("  plain\r\n  text\u001b[2J ", "plain text [2J")]
    [TestCase("<?xml version=\"1.0\"?><error><code/><message>Fault &amp; more</message></error>", "Fault & more")]
    [TestCase("{\"cut", "{\"cut")]
    [TestCase("{\"n\":1}", "{\"n\":1}")]
    [TestCase("", "400 BadRequest, without a word")]
    public async Task The_systems_own_words_are_found(string body, string words)
    {
        await using var service = await Service.StartAsync(Answers.Of(400, body));
        using var bed = new Bed(service.Address);

        await using var response = await bed.PostAsync();

        response.Failure!.Message.Should().Be(words);
    }

    [Test]
    public async Task Words_at_a_place_that_the_definition_names_are_found_in_any_case()
    {
        await using var service = await Service.StartAsync(Answers.Of(400, """{"message":"no","Result":{"Faults":[{"Text":"first"},{"Text":"second"}]}}"""));
        using var bed = new Bed(service.Address, With(new ErrorRules { MessagePaths = ["result.faults.text"] }));

        await using var response = await bed.PostAsync();

        response.Failure!.Message.Should().Be("first; second");
    }

    [Test]
    public async Task Where_the_place_that_the_definition_names_is_not_there_the_usual_ones_are_looked_at()
    {
        await using var service = await Service.StartAsync(Answers.Of(400, """{"error":"invalid_client","error_description":"The client is not known."}"""));
        using var bed = new Bed(service.Address, With(new ErrorRules { MessagePaths = ["error.message.value"] }));

        await using var response = await bed.PostAsync();

        response.Failure!.Message.Should().Be("The client is not known.");
    }

    [Test]
    public async Task An_error_nested_without_end_is_told_as_text()
    {
        await using var service = await Service.StartAsync(Answers.Of(400, string.Concat(Enumerable.Repeat("{\"message\":", 5000)) + "1" + new string('}', 5000)));
        using var bed = new Bed(service.Address);

        await using var response = await bed.PostAsync();

        response.Failure!.Message.Should().HaveLength(603).And.EndWith("...");
    }

    [Test]
    public async Task A_broken_rule_that_comes_as_500_is_rejected_where_the_definition_says_so()
    {
        await using var service = await Service.StartAsync(Answers.Of(500, """{"error":{"message":{"value":"Data ALREADY exists"}}}"""));
        using var bed = new Bed(service.Address, With(new ErrorRules { Rules = [Rule(ErrorMeaning.Rejected, "500", "already exists", "bestaat reeds")] }));

        await using var response = await bed.PostAsync();

        response.Failure.Should().Be(new Failure(FailureKind.Rejected, "Data ALREADY exists"));
    }

    [Test]
    public async Task The_first_rule_that_fits_decides()
    {
        await using var service = await Service.StartAsync(Answers.Of(404, "gone"));
        using var bed = new Bed(service.Address, With(new ErrorRules
        {
            Rules = [Rule(ErrorMeaning.Rejected, "5xx"), Rule(ErrorMeaning.Missing, "404", "elsewhere"), Rule(ErrorMeaning.Changed, "400-499"), Rule(ErrorMeaning.Missing, "404")],
        }));

        await using var response = await bed.PostAsync();

        response.Failure!.Kind.Should().Be(FailureKind.Changed);
    }

    [Test]
    public async Task A_rule_names_the_cure_of_a_refusal()
    {
        await using var service = await Service.StartAsync(Answers.Of(400, "The module is not active"));
        using var bed = new Bed(service.Address, With(new ErrorRules
        {
            Rules = [Rule(ErrorMeaning.Refused, "400", "module") with { Cure = "Order the module." }],
        }));
        var read = () => bed.GetAsync();

        (await read.Should().ThrowAsync<SystemRefusedException>()).Which.Cure.Should().Be("Order the module.");
    }

    [TestCase("404", 404, 404)]
    [TestCase("5xx", 500, 599)]
    [TestCase("400-422", 400, 422)]
    public void Statuses_are_written_as_one_a_hundred_or_a_range(string text, int first, int last) =>
        StatusRange.Parse(text).Should().Be(new StatusRange(first, last));

    [TestCase("")]
    [TestCase("6xx")]
    [TestCase("40")]
    [TestCase("500-400")]
    [TestCase("400-")]
    [TestCase("400-401-402")]
    public void Other_statuses_are_none(string text) => StatusRange.Parse(text).Should().BeNull();

    [Test]
    public async Task An_empty_answer_is_a_success_with_nothing_in_it()
    {
        await using var service = await Service.StartAsync(Answers.Of(204, "", ("X-Pagination", "{}")));
        using var bed = new Bed(service.Address);

        await using var response = await bed.GetAsync();

        (response.Status, response.Content.Length, response.Failure, response.Header("x-pagination")).Should().Be((204, 0, null, "{}"));
    }

    [Test]
    public async Task A_request_arrives_as_it_was_made()
    {
        await using var service = await Service.StartAsync(Answers.Ok);
        using var bed = new Bed(service.Address, new TransportOptions("shop", service.Address) { Headers = [new("Accept", "application/json"), new("X-Tenant", "one")] });

        await using var response = await bed.Transport.SendAsync(
            new RestRequest(HttpMethod.Patch, new Uri(service.Address, "/v2/Customers/7?a=%2F1"))
            {
                Headers = [new("X-Tenant", "two"), new("If-Match", "\"v1\"")],
                Body = Encoding.UTF8.GetBytes("[\"æ\"]"),
                ContentType = "application/json-patch+json",
                Effect = RequestEffect.Idempotent,
            },
            CancellationToken.None);

        var seen = service.Seen.Single();
        (seen.Method, seen.Path, seen.Query, seen.Body).Should().Be(("PATCH", "/v2/Customers/7", "?a=%2F1", "[\"æ\"]"));
        (seen.Header("Accept"), seen.Header("X-Tenant"), seen.Header("If-Match"), seen.Header("Content-Type"))
            .Should().Be(("application/json", "two", "\"v1\"", "application/json-patch+json"));
    }

    private static ErrorRule Rule(ErrorMeaning meaning, string statuses, params string[] texts) =>
        new(meaning) { Statuses = [StatusRange.Parse(statuses)!.Value], Texts = [.. texts] };

    private static TransportOptions With(ErrorRules rules) => new("shop", new Uri("http://127.0.0.1/")) { Errors = rules };
}
