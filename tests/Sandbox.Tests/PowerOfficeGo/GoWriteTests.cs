using System.Net;

namespace SesamTalk.Sandbox.Tests.PowerOfficeGo;

[Parallelizable(ParallelScope.All)]
public sealed class GoWriteTests
{
    [Test]
    [Checklist("go-17")]
    [Checklist("go-25")]
    public async Task A_create_answers_the_whole_record_with_what_was_filled_in()
    {
        await using var world = await GoWorld.StartAsync();

        var answer = await world.PostAsync("Customers", """{"Name":"Ny AS","MailAddress":{"City":"Oslo","ZipCode":"0150"},"NationalIdNumber":"123"}""");

        answer.StatusCode.Should().Be(HttpStatusCode.Created);
        var made = await GoWorld.JsonOf(answer);
        ((string)made["CurrencyCode"]!).Should().Be("NOK");
        ((bool)made["IsPerson"]!).Should().BeFalse();
        ((long)made["Number"]!).Should().BeGreaterThan(10000);
        ((string)made["MailAddress"]!["CountryCode"]!).Should().Be("NO");
        ((string)made["NationalIdNumber"]!).Should().Be("hidden");
    }

    [Test]
    [Checklist("go-17")]
    public async Task A_create_of_a_product_is_answered_with_200()
    {
        await using var world = await GoWorld.StartAsync();

        var answer = await world.PostAsync("Products", """{"Name":"Ny vare"}""");

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        ((string)(await GoWorld.JsonOf(answer))["ProductType"]!).Should().Be("Product");
    }

    [Test]
    [Checklist("go-18")]
    public async Task A_patch_sets_what_it_names_and_answers_the_whole_record()
    {
        await using var world = await GoWorld.StartAsync();
        var id = (long)(await world.CreateAsync("Customers", """{"Name":"Ny AS","PhoneNumber":"1"}"""))["Id"]!;

        var answer = await world.PatchAsync($"Customers/{id}", """[{"op":"replace","path":"/Name","value":"Nyere AS"},{"op":"remove","path":"/PhoneNumber"}]""");

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        var after = await GoWorld.JsonOf(answer);
        ((string)after["Name"]!).Should().Be("Nyere AS");
        after["PhoneNumber"].Should().BeNull();
    }

    [Test]
    [Checklist("go-24")]
    public async Task A_text_that_is_too_long_is_a_problem()
    {
        await using var world = await GoWorld.StartAsync();

        (await world.PostAsync("Products", $$"""{"Name":"{{new string('x', 400)}}"}""")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await world.PostAsync("Products", $$"""{"Name":"{{new string('x', 401)}}"}""")).StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [TestCase("""[{"op":"replace","path":"/PaymentTerm","value":14}]""")]
    [TestCase("""[{"op":"replace","path":"/LastChangedDateTimeOffset","value":"2026-01-01T00:00:00Z"}]""")]
    [TestCase("""[{"op":"replace","path":"/Nobody","value":1}]""")]
    [TestCase("""[{"op":"test","path":"/Name","value":"Ny AS"}]""")]
    [TestCase("""{"Name":"x"}""")]
    [Checklist("go-19")]
    public async Task A_patch_of_what_cannot_be_patched_is_a_problem(string body)
    {
        await using var world = await GoWorld.StartAsync();
        var id = (long)(await world.CreateAsync("Customers", """{"Name":"Ny AS"}"""))["Id"]!;

        (await world.PatchAsync($"Customers/{id}", body)).StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Test]
    [Checklist("go-18")]
    public async Task There_is_no_put_and_no_patch_of_plain_json()
    {
        await using var world = await GoWorld.StartAsync();
        var id = (long)(await world.CreateAsync("Customers", """{"Name":"Ny AS"}"""))["Id"]!;

        ((int)(await world.PatchAsync($"Customers/{id}", """{"Name":"x"}""", "application/json")).StatusCode).Should().Be(415);
        (await world.Client.PutAsync($"/v2/Customers/{id}", new StringContent("{}"))).StatusCode.Should().Be(HttpStatusCode.MethodNotAllowed);
    }

    [TestCase("Customers", """{"EmailAddress":"x@y.example"}""", "Name")]
    [TestCase("Customers", """{"IsPerson":true,"FirstName":"A"}""", "LastName")]
    [TestCase("Customers", """{"Name":"x","InvoiceDeliveryType":"PdfByEmail"}""", "InvoiceEmailAddress")]
    [TestCase("Customers", """{"Name":"x","InvoiceDeliveryType":"Pigeon"}""", "PdfByEmail")]
    [TestCase("Customers", """{"Name":"x","Number":5}""", "number series")]
    [TestCase("Customers", """{"Name":"x","MailAddress":{"City":"Oslo"}}""", "ZipCode")]
    [TestCase("Products", """{"Code":"x"}""", "Name")]
    [TestCase("SalesOrders/Complete", """{"CustomerReference":"x"}""", "CustomerId")]
    [Checklist("go-21")]
    [Checklist("go-23")]
    [Checklist("go-24")]
    public async Task What_does_not_hold_is_a_problem_that_names_it(string path, string body, string text)
    {
        await using var world = await GoWorld.StartAsync();

        var answer = await world.PostAsync(path, body);

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        ((string)(await GoWorld.JsonOf(answer))["detail"]!).Should().Contain(text);
    }

    [Test]
    [Checklist("go-20")]
    [Checklist("go-26")]
    public async Task A_customer_with_orders_cannot_be_deleted()
    {
        await using var world = await GoWorld.StartAsync();
        var order = await world.OrderAsync();
        var free = (long)(await world.CreateAsync("Customers", """{"Name":"Ny AS"}"""))["Id"]!;

        var refused = await world.Client.DeleteAsync($"/v2/Customers/{(long)order["CustomerId"]!}");

        refused.StatusCode.Should().Be(HttpStatusCode.Conflict);
        ((string)(await GoWorld.JsonOf(refused))["title"]!).Should().Be("Customer conflict");
        (await world.Client.DeleteAsync($"/v2/Customers/{free}")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await world.GetAsync($"Customers/{free}")).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Test]
    [Checklist("go-21")]
    public async Task A_record_that_is_not_there_is_a_problem_of_its_own()
    {
        await using var world = await GoWorld.StartAsync();

        var answer = await world.GetAsync("Customers/1");

        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
        ((string)(await GoWorld.JsonOf(answer))["title"]!).Should().Be("Object(s) not found");
    }

    [Test]
    [Checklist("go-27")]
    public async Task Contact_persons_live_under_a_company()
    {
        await using var world = await GoWorld.StartAsync();
        var company = (long)(await world.CreateAsync("Customers", """{"Name":"Ny AS"}"""))["Id"]!;
        var person = (long)(await world.CreateAsync("Customers", """{"IsPerson":true,"FirstName":"A","LastName":"B"}"""))["Id"]!;

        var made = await world.CreateAsync($"ContactPersons/{company}", """{"FirstName":"Ada","LastName":"Lind","ExternalCode":"c1"}""");

        ((long)made["ContactId"]!).Should().Be(company);
        var path = $"ContactPersons/{company}/{(long)made["Id"]!}";
        ((string)(await GoWorld.JsonOf(await world.SetAsync(path, "Title", "\"CEO\"")))["Title"]!).Should().Be("CEO");
        (await world.GetAsync($"ContactPersons/{person}/{(long)made["Id"]!}")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await world.PostAsync($"ContactPersons/{person}", """{"FirstName":"A","LastName":"B"}""")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await world.PostAsync($"ContactPersons/{company}", """{"FirstName":"A"}""")).StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Test]
    [Checklist("go-28")]
    public async Task Departments_and_employees_can_be_made_and_listed()
    {
        await using var world = await GoWorld.StartAsync();

        await world.CreateAsync("Departments", """{"Code":"10","Name":"Salg"}""");
        await world.CreateAsync("Employees", """{"FirstName":"Ada","LastName":"Lind","Number":7}""");

        ((string)(await world.ReadAsync("Departments"))[0]!["Name"]!).Should().Be("Salg");
        ((long)(await world.ReadAsync("Employees"))[0]!["Number"]!).Should().Be(7);
    }
}
