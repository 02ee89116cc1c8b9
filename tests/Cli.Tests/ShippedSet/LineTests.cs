using SesamTalk.Sandbox.Http;
using SesamTalk.TestKit;

namespace SesamTalk.Cli.Tests.ShippedSet;

/// <summary>Lines of orders and quotes, edited in the databases themselves.</summary>
[Clause("R11")]
[Parallelizable(ParallelScope.All)]
public sealed class LineTests
{
    private const string ErpLines = "SELECT p.product_no || ' ' || round(l.quantity, 2) FROM order_lines l JOIN orders o ON o.order_id = l.order_id "
        + "JOIN products p ON p.product_id = l.product_id WHERE o.order_no = 'SO-24001' ORDER BY 1";

    [Test]
    public async Task Every_order_and_quote_has_its_lines_on_both_sides()
    {
        using var world = await ShippedWorld.SettledAsync();

        world.Query("custom-erp", "SELECT count(*) FROM order_lines").Should().Equal(world.Query(
            "exact-online", "SELECT count(*) FROM SalesOrderLines l JOIN SalesOrders o ON o.OrderID = l.OrderID WHERE o.YourRef LIKE 'SO-%'"));
        world.Query("custom-erp", "SELECT count(*) FROM quote_lines").Should().Equal(world.Query(
            "exact-online", "SELECT count(*) FROM QuotationLines l JOIN Quotations q ON q.QuotationID = l.QuotationID WHERE q.YourRef LIKE 'QT-%'"));
        var crm = world.Query("custom-crm", "SELECT o.order_no || ' ' || l.position FROM crm_order_line l JOIN crm_order o ON o.id = l.order_id");
        var orders = world.Query("poweroffice-go", "SELECT ImportedOrderNo FROM SalesOrders WHERE ImportedOrderNo IS NOT NULL").ToHashSet();
        world.Query("poweroffice-go", "SELECT o.ImportedOrderNo || ' ' || l.SortOrder FROM SalesOrderLines l JOIN SalesOrders o ON o.Id = l.SalesOrderId")
            .Should().BeEquivalentTo(crm.Where(line => orders.Contains(line.Split(' ')[0])), "orders of customers in review wait");
    }

    [Test]
    public async Task Lines_that_are_changed_added_and_removed_in_the_ERP_arrive_in_Exact()
    {
        using var world = await ShippedWorld.SettledAsync();
        world.Execute("custom-erp", """
            UPDATE order_lines SET quantity = 77 WHERE order_id = 5001 AND line_no = 1;
            DELETE FROM order_lines WHERE order_id = 5001 AND line_no > 1;
            INSERT INTO order_lines (order_id, line_no, product_id, description, quantity) VALUES (5001, 8, 3005, 'ny', 3);
            """);
        await world.RunAsync();

        Exact(world, "SalesOrder", "Order").Should().Equal(world.Query("custom-erp", ErpLines)).And.HaveCount(2).And.Contain(line => line.EndsWith(" 77.0", StringComparison.Ordinal));
        Exact(world, "Quotation", "Quotation").Should().Equal(world.Query("custom-erp", ErpLines), "the order is a quotation as well");
        (await world.RunAsync()).Entities.Sum(entity => entity.Changed).Should().Be(0);
    }

    [Test]
    public async Task Lines_that_are_changed_added_and_removed_in_Exact_arrive_in_the_ERP_and_in_the_quotation()
    {
        using var world = await ShippedWorld.SettledAsync();
        world.Execute("exact-online", """
            DELETE FROM SalesOrderLines WHERE LineNumber > 1 AND OrderID = (SELECT OrderID FROM SalesOrders WHERE YourRef = 'SO-24001');
            UPDATE SalesOrderLines SET Quantity = 78 WHERE LineNumber = 1 AND OrderID = (SELECT OrderID FROM SalesOrders WHERE YourRef = 'SO-24001');
            INSERT INTO SalesOrderLines (OrderID, LineNumber, Item, Quantity) SELECT OrderID, 9, (SELECT ID FROM Items WHERE Code = 'NH-1001'), 4 FROM SalesOrders WHERE YourRef = 'SO-24001';
            """);
        await world.RunAsync();

        world.Query("custom-erp", ErpLines).Should().Equal(Exact(world, "SalesOrder", "Order")).And.HaveCount(2).And.Contain(line => line.EndsWith(" 78.0", StringComparison.Ordinal));
        Exact(world, "Quotation", "Quotation").Should().Equal(world.Query("custom-erp", ErpLines));
    }

    public static IEnumerable<TestCaseData> Breaks =>
    [
        new TestCaseData(new Fault(FaultKind.Status) { Status = 429, Method = "POST", Path = "SalesOrderLines", After = 1, Times = 12 }).SetArgDisplayNames("busy"),
        new TestCaseData(new Fault(FaultKind.CutBefore) { Method = "POST", Path = "SalesOrderLines", After = 1 }).SetArgDisplayNames("an answer lost before its effect"),
        new TestCaseData(new Fault(FaultKind.CutAfter) { Method = "POST", Path = "SalesOrderLines", After = 1 }).SetArgDisplayNames("an answer lost after its effect"),
    ];

    [TestCaseSource(nameof(Breaks))]
    [Clause("W4")]
    [Clause("T4")]
    public async Task Lines_of_an_order_that_breaks_off_in_the_middle_are_there_once(Fault fault)
    {
        using var world = await ShippedWorld.SettledWithoutWaitsAsync();
        world.Execute("custom-erp", """
            INSERT INTO order_lines (order_id, line_no, product_id, description, quantity) VALUES (5001, 7, 3004, 'a', 3), (5001, 8, 3005, 'b', 4), (5001, 9, 3006, 'c', 5);
            """);
        var wanted = world.Query("custom-erp", ErpLines);
        await world.RunAsync(trouble: standIns => standIns.All.Single(it => it.System == "exact-online").Faults.Add(fault));
        await world.RunAsync();

        Exact(world, "SalesOrder", "Order").Should().Equal(wanted).And.HaveCountGreaterThan(3);
        world.Query("custom-erp", ErpLines).Should().Equal(wanted, "a line that is there twice would travel back");
        (await world.RunAsync()).Writes.Should().Be(0);
    }

    private static IReadOnlyList<string> Exact(ShippedWorld world, string entity, string key) => world.Query("exact-online", $"""
        SELECT i.Code || ' ' || round(l.Quantity, 2) FROM {entity}Lines l JOIN {entity}s o ON o.{key}ID = l.{key}ID
        JOIN Items i ON i.ID = l.Item WHERE o.YourRef = 'SO-24001' ORDER BY 1
        """);
}
