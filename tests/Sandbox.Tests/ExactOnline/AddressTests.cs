using System.Net;
using System.Text.Json.Nodes;

namespace SesamTalk.Sandbox.Tests.ExactOnline;

[Parallelizable(ParallelScope.All)]
public sealed class AddressTests
{
    [Checklist("exact-10")]
    [TestCase("crm/Contacts", "bulk/CRM/Contacts", "sync/CRM/Contacts", "Contact")]
    [TestCase("crm/Accounts", "bulk/CRM/Accounts", "sync/CRM/Accounts", "Account")]
    [TestCase("crm/Addresses", "bulk/CRM/Addresses", "sync/CRM/Addresses", "Address")]
    [TestCase("payroll/Employees", null, "sync/Payroll/Employees", "Employee")]
    [TestCase("logistics/Items", "bulk/Logistics/Items", "sync/Logistics/Items", "Item")]
    [TestCase("salesorder/SalesOrders", "bulk/SalesOrder/SalesOrders", "sync/SalesOrder/SalesOrderHeaders", "SalesOrder")]
    [TestCase("salesorder/SalesOrderLines", "bulk/SalesOrder/SalesOrderLines", "sync/SalesOrder/SalesOrderLines", "SalesOrderLine")]
    [TestCase("crm/Quotations", "bulk/CRM/Quotations", "sync/CRM/QuotationHeaders", "Quotation")]
    [TestCase("crm/QuotationLines", "bulk/CRM/QuotationLines", "sync/CRM/QuotationLines", "QuotationLine")]
    [TestCase("hrm/Departments", null, null, "Department")]
    [TestCase("hrm/Divisions", null, null, "Division")]
    [TestCase("system/Divisions", null, null, "Division")]
    public async Task An_entity_is_served_at_each_of_its_addresses(string single, string? bulk, string? sync, string model)
    {
        await using var world = await ExactWorld.StartAsync();
        world.AddAddress();

        foreach (var path in new[] { single, bulk, sync }.OfType<string>())
        {
            var row = (await world.ReadAsync(path + "?$top=1")).AsArray().Should().ContainSingle(path).Subject!;
            ((string)row["__metadata"]!["type"]!).Should().Be("Exact.Web.Api.Models." + model);
            ((JsonObject)row).ContainsKey("Timestamp").Should().Be(path == sync, path);
        }
    }

    [Checklist("exact-10")]
    [TestCase("sync/Deleted?$top=1")]
    [TestCase("webhooks/WebhookSubscriptions?$top=1")]
    public async Task The_log_of_deletes_and_the_subscriptions_begin_empty(string path)
    {
        await using var world = await ExactWorld.StartAsync();

        (await world.ReadAsync(path)).AsArray().Should().BeEmpty();
    }

    [Test]
    [Checklist("exact-37")]
    public async Task An_address_that_is_none_is_not_found()
    {
        await using var world = await ExactWorld.StartAsync();

        var answer = await world.GetAsync("crm/Nothing?$top=1");

        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await ExactWorld.ErrorOf(answer)).Should().NotBeEmpty();
    }
}
