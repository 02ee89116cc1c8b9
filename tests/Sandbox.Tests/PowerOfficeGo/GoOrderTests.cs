using System.Net;

namespace SesamTalk.Sandbox.Tests.PowerOfficeGo;

[Parallelizable(ParallelScope.All)]
public sealed class GoOrderTests
{
    [Test]
    [Checklist("go-29")]
    public async Task An_order_is_made_whole_and_adds_up_its_lines()
    {
        await using var world = await GoWorld.StartAsync();

        var order = await world.OrderAsync(""","ImportedOrderNo":991,"ExternalImportReference":"o1" """);

        order["SalesOrderLines"]!.AsArray().Should().HaveCount(2);
        ((double)order["TotalAmount"]!).Should().Be(21);
        ((string)order["SalesOrderStatus"]!).Should().Be("Draft");
        ((long)order["LineCount"]!).Should().Be(2);
        (await world.PostAsync("SalesOrders", "{}")).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Test]
    [Checklist("go-31")]
    public async Task A_customer_can_be_named_by_its_number()
    {
        await using var world = await GoWorld.StartAsync();
        var customer = world.Go.Look("SELECT Id, Number FROM Customers LIMIT 1")[0];

        var order = await world.CreateAsync("SalesOrders/Complete", $$"""{"CustomerNo":{{customer[1]}},"SalesOrderLines":[]}""");

        $"{(long)order["CustomerId"]!}".Should().Be(customer[0]);
    }

    [Test]
    [Checklist("go-31")]
    public async Task An_id_wins_over_the_number_and_the_code_beside_it()
    {
        await using var world = await GoWorld.StartAsync();
        var customers = world.Go.Look("SELECT Id, Number FROM Customers LIMIT 2");
        var products = world.Go.Look("SELECT Id, Code FROM Products LIMIT 2");

        var order = await world.CreateAsync("SalesOrders/Complete", $$"""
            {"CustomerId":{{customers[0][0]}},"CustomerNo":{{customers[1][1]}},"SalesOrderLines":[
              {"ProductId":{{products[0][0]}},"ProductCode":"{{products[1][1]}}","Quantity":1},{"ProductCode":"{{products[1][1]}}","Quantity":1}]}
            """);

        $"{(long)order["CustomerId"]!}".Should().Be(customers[0][0]);
        order["SalesOrderLines"]!.AsArray().Select(line => $"{(long)line!["ProductId"]!}").Should().Equal(products[0][0]!, products[1][0]!);
    }

    [Test]
    [Checklist("go-15")]
    public async Task A_date_is_a_plain_day_and_a_choice_its_name()
    {
        await using var world = await GoWorld.StartAsync();

        var order = await world.OrderAsync(""","DeliveryDate":"2026-06-02" """);

        ((string)order["DeliveryDate"]!).Should().Be("2026-06-02");
        ((string)order["SalesOrderStatus"]!).Should().Be("Draft");
        ((string)order["SalesOrderLines"]![0]!["LineType"]!).Should().Be("Normal");
    }

    [Test]
    [Checklist("go-29")]
    public async Task A_list_of_orders_shows_heads_only()
    {
        await using var world = await GoWorld.StartAsync();

        ((System.Text.Json.Nodes.JsonObject)(await world.ReadAsync("SalesOrders?PageSize=1"))[0]!).ContainsKey("SalesOrderLines").Should().BeFalse();
    }

    [Test]
    [Checklist("go-30")]
    public async Task Lines_are_read_added_patched_and_deleted_one_by_one()
    {
        await using var world = await GoWorld.StartAsync();
        var id = (string)(await world.OrderAsync())["Id"]!;

        var made = await world.CreateAsync($"SalesOrders/{id}/Lines", """{"Description":"more","Quantity":1,"ProductUnitPrice":5}""");
        await world.SetAsync($"SalesOrders/{id}/Lines/{(string)made["Id"]!}", "Quantity", "3");

        var order = await world.ReadAsync($"SalesOrders/{id}/Complete");
        ((double)order["TotalAmount"]!).Should().Be(36);
        (await world.ReadAsync($"SalesOrders/{id}/Lines")).AsArray().Should().HaveCount(3);
        (await world.Client.DeleteAsync($"/v2/SalesOrders/{id}/Lines/{(string)made["Id"]!}")).StatusCode.Should().Be(HttpStatusCode.OK);
        ((double)(await world.ReadAsync($"SalesOrders/{id}"))["TotalAmount"]!).Should().Be(21);
    }

    [Test]
    [Checklist("go-32")]
    public async Task A_line_with_a_product_needs_a_quantity()
    {
        await using var world = await GoWorld.StartAsync();
        var id = (string)(await world.OrderAsync())["Id"]!;
        var product = world.Go.Look("SELECT Id FROM Products LIMIT 1")[0][0];

        (await world.PostAsync($"SalesOrders/{id}/Lines", $$"""{"ProductId":{{product}}}""")).StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Test]
    [Checklist("go-33")]
    public async Task A_confirmed_order_is_locked()
    {
        await using var world = await GoWorld.StartAsync();
        var id = (string)(await world.OrderAsync())["Id"]!;
        await world.SetAsync($"SalesOrders/{id}", "SalesOrderStatus", "\"Confirmed\"");

        (await world.SetAsync($"SalesOrders/{id}", "CustomerReference", "\"x\"")).StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Test]
    [Checklist("go-32")]
    public async Task Minus_one_clears_a_dimension()
    {
        await using var world = await GoWorld.StartAsync();
        var id = (string)(await world.OrderAsync(""","Dim1Id":5"""))["Id"]!;

        var after = await GoWorld.JsonOf(await world.SetAsync($"SalesOrders/{id}", "Dim1Id", "-1"));

        after["Dim1Id"].Should().BeNull();
    }

    [Test]
    [Checklist("go-34")]
    public async Task An_order_that_is_sent_leaves_the_list_and_its_state_tells_so()
    {
        await using var world = await GoWorld.StartAsync();
        var id = (string)(await world.OrderAsync())["Id"]!;
        ((bool)(await world.ReadAsync($"SalesOrders/sentState?id={id}"))["IsSent"]!).Should().BeFalse();

        (await world.PostAsync($"SalesOrders/{id}/createAndSendInvoice", "{}")).StatusCode.Should().Be(HttpStatusCode.Accepted);

        (await world.GetAsync($"SalesOrders/{id}")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        ((bool)(await world.ReadAsync($"SalesOrders/sentState?id={id}"))["IsSent"]!).Should().BeTrue();
        world.Go.Look($"SELECT count(*) FROM SalesOrderLines WHERE SalesOrderId = '{id}'")[0].Should().Equal("0");
    }
}
