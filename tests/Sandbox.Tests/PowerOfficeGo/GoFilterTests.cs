using System.Globalization;
using System.Net;

namespace SesamTalk.Sandbox.Tests.PowerOfficeGo;

[Parallelizable(ParallelScope.All)]
public sealed class GoFilterTests
{
    private const string Later = "2026-06-01T08:00:31.5%2B00:00";

    [Checklist("go-14")]
    [TestCase("Customers?customerCreatedDateTimeOffsetGreaterThan=" + Later)]
    [TestCase("Customers?customerNos=50000-50002")]
    [TestCase("Customers?externalNos=77")]
    [TestCase("Customers?externalImportReference=r1")]
    [TestCase("ContactPersons?createdDateTimeOffsetGreaterThan=" + Later)]
    [TestCase("ContactPersons?lastChangedDateTimeOffsetGreaterThan=" + Later)]
    [TestCase("ContactPersons?contactIds={customer}")]
    [TestCase("ContactPersons?externalCodes=other,c1")]
    [TestCase("Products?createdDateTimeOffsetGreaterThan=" + Later)]
    [TestCase("Products?stockOnHandLastChangedDatetimeOffsetGreaterThan=" + Later)]
    [TestCase("Products?codes=other,NEW-1")]
    [TestCase("Products?names=Ny vare")]
    [TestCase("Products?productGroupCodes=G7")]
    [TestCase("Products?type=Service&codes=NEW-1")]
    [TestCase("Products?isArchived=true")]
    [TestCase("SalesOrders?customerNos=50001")]
    [TestCase("SalesOrders?departmentCodes=77")]
    [TestCase("SalesOrders?projectCodes=P7")]
    [TestCase("SalesOrders?orderStatus=Confirmed&customerNos=50001")]
    [TestCase("SalesOrders?onlyCreatedByCurrentIntegration=true&customerNos=50001")]
    [TestCase("Departments?lastChangedDateTimeOffsetGreaterThan=" + Later)]
    public async Task A_filter_lets_the_one_new_record_through(string query)
    {
        await using var world = await GoWorld.StartAsync();
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        var customer = await FillAsync(world);

        (await world.ReadAsync(query.Replace("{customer}", customer.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))).AsArray().Should().ContainSingle();
    }

    [Test]
    [Checklist("go-14")]
    public async Task Minus_one_finds_orders_without_a_project()
    {
        await using var world = await GoWorld.StartAsync();
        await FillAsync(world);
        var without = int.Parse(world.Go.Look("SELECT count(*) FROM SalesOrders WHERE ProjectCode IS NULL")[0][0]!, CultureInfo.InvariantCulture);

        (await world.ReadAsync("SalesOrders?projectCodes=-1&Fields=Id")).AsArray().Should().HaveCount(without).And.NotBeEmpty();
    }

    [Checklist("go-22")]
    [TestCase("Customers", """{"Name":"Nyere AS","ExternalImportReference":"r1"}""")]
    [TestCase("Customers", """{"Name":"Nyere AS","ExternalNumber":77}""")]
    [TestCase("Customers", """{"Name":"Nyere AS","MailAddress":{"City":"Oslo","ZipCode":"0150","ExternalCode":"a1"}}""")]
    [TestCase("ContactPersons/{customer}", """{"FirstName":"A","LastName":"B","ExternalCode":"c1"}""")]
    [TestCase("SalesOrders/Complete", """{"CustomerNo":50001,"ExternalImportReference":"o1"}""")]
    [TestCase("SalesOrders/Complete", """{"CustomerNo":50001,"ImportedOrderNo":991}""")]
    [TestCase("SalesOrders/Complete", """{"CustomerNo":50001,"SalesOrderLines":[{"ExternalImportReference":"l1"}]}""")]
    public async Task A_reference_that_was_used_is_refused_with_the_id_of_who_has_it(string path, string body)
    {
        await using var world = await GoWorld.StartAsync();
        var customer = await FillAsync(world);
        var place = path.Replace("{customer}", customer.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

        var answer = await world.PostAsync(place, body);

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        var known = world.Go.Look("SELECT Id FROM Customers WHERE Number = 50001 UNION SELECT Id FROM ContactPersons WHERE ExternalCode = 'c1' UNION SELECT Id FROM SalesOrders WHERE ImportedOrderNo = 991 UNION SELECT Id FROM SalesOrderLines WHERE ExternalImportReference = 'l1'");
        ((string)(await GoWorld.JsonOf(answer))["detail"]!).Should().ContainAny(known.Select(row => row[0]!));
        world.Go.Look("SELECT count(*) FROM Customers WHERE Name = 'Nyere AS'")[0].Should().Equal("0");
    }

    private static async Task<long> FillAsync(GoWorld world)
    {
        var customer = (long)(await world.CreateAsync(
            "Customers", """{"Name":"Ny AS","Number":50001,"ExternalNumber":77,"ExternalImportReference":"r1","MailAddress":{"City":"Oslo","ZipCode":"0150","ExternalCode":"a1"}}"""))["Id"]!;
        await world.CreateAsync($"ContactPersons/{customer}", """{"FirstName":"A","LastName":"B","ExternalCode":"c1"}""");
        var product = await world.CreateAsync("Products", """{"Name":"Ny vare","Code":"NEW-1","ProductType":"Service","ProductGroupCode":"G7","IsArchived":true}""");
        await world.SetAsync($"Products/{(long)product["Id"]!}", "StockOnHand", "1");
        await world.CreateAsync("Departments", """{"Code":"77","Name":"x"}""");
        await world.CreateAsync("SalesOrders/Complete", """
            {"CustomerId":ID,"SalesOrderStatus":"Confirmed","DepartmentCode":"77","ProjectCode":"P7","ImportedOrderNo":991,"ExternalImportReference":"o1",
             "SalesOrderLines":[{"ExternalImportReference":"l1"}]}
            """.Replace("ID,", customer.ToString(CultureInfo.InvariantCulture) + ",", StringComparison.Ordinal));
        return customer;
    }
}
