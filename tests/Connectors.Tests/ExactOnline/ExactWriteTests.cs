using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;
using SesamTalk.TestKit;

namespace SesamTalk.Connectors.Tests.ExactOnline;

/// <summary>Look-ups, creates, changes and deletes over the single endpoints of Exact Online (clauses C3, W2 to W4).</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class ExactWriteTests
{
    private static readonly string[] Properties = ["Code", "Name", "Remarks", "Country", "StartDate", "CreditLineSales", "Blocked", "SecurityLevel"];

    [Test]
    public async Task A_record_is_created_and_only_its_key_is_believed_of_the_answer()
    {
        await using var bed = await ExactBed.StartAsync();
        var request = bed.Request("Accounts", Properties);

        var outcome = await bed.WriteAsync(request, ExactBed.New(request, ("Name", Text("O'Hara & Zn.")), ("Code", Text("4711")), ("StartDate", Value.Date(new DateOnly(2026, 3, 29)))));

        var key = outcome.Should().BeOfType<Written>().Which.Key;
        ((Written)outcome).Stored.Should().BeNull();
        var record = (await bed.FindAsync(request, key))!;
        record.Values.Take(2).Should().Equal(Text("4711"), Text("O'Hara & Zn."));
        record.Values[4].Should().Be(Value.Date(new DateOnly(2026, 3, 29)));
        bed.Cell($"SELECT Code FROM Accounts WHERE ID = '{key}'").Should().Be("              4711");
    }

    [Test]
    public async Task A_change_sends_what_changes_and_nothing_else()
    {
        await using var bed = await ExactBed.StartAsync();
        bed.AddAccounts(1);
        bed.Exact.Edit("UPDATE Accounts SET Remarks = 'stays', SecurityLevel = 3 WHERE Name = 'Extra 1'");
        var request = bed.Request("Accounts", Properties);

        var outcome = await bed.WriteAsync(request, ExactBed.Change(
            request, ExactBed.Extra(1), ("Name", Text("Extra 1"), Text("Ærø")), ("SecurityLevel", Value.Integer(3), Value.None), ("CreditLineSales", Value.None, Value.Decimal(12.5m)), ("Blocked", Value.None, Value.Boolean(true))));

        outcome.Should().Be(new Written(ExactBed.Extra(1), null));
        var record = (await bed.FindAsync(request, ExactBed.Extra(1)))!;
        record.Values.Should().Equal(Text("700001"), Text("Ærø"), Text("stays"), record.Values[3], record.Values[4], Value.Decimal(12.5m), Value.Boolean(true), Value.None);
        bed.Calls.Api[0].Should().Be($"PUT crm/Accounts(guid'{ExactBed.Extra(1)}')");
    }

    [Test]
    public async Task A_record_is_deleted_and_one_that_is_gone_is_told_as_changed()
    {
        await using var bed = await ExactBed.StartAsync();
        bed.AddAccounts(1);
        var request = bed.Request("Accounts", Properties);

        var outcomes = new[] { await bed.WriteAsync(request, new DeleteRequest(ExactBed.Extra(1), [])), await bed.WriteAsync(request, new DeleteRequest(ExactBed.Extra(1), [])) };

        outcomes.Should().Equal(new Written(ExactBed.Extra(1), null), new Changed(null));
        (await bed.FindAsync(request, ExactBed.Extra(1))).Should().BeNull();
    }

    [Test]
    [Clause("C3")]
    public async Task Keys_are_looked_up_by_the_filter_and_one_that_is_gone_costs_no_error()
    {
        await using var bed = await ExactBed.StartAsync();
        bed.AddAccounts(50);
        var request = bed.Request("Accounts", "Name");

        var found = await bed.System.LookUpAsync(request, [.. Enumerable.Range(41, 30).Select(ExactBed.Extra)], CancellationToken.None);

        found.Records.Should().HaveCount(10);
        bed.Calls.Statuses.Should().Equal(200, 200);
    }

    [TestCase("Code", "4711")]
    [TestCase("Name", "'s-Gravenhage \"&\" + %20 é #1?")]
    [Clause("C3")]
    public async Task Values_are_looked_up_though_codes_are_padded_and_quotes_doubled(string property, string value)
    {
        await using var bed = await ExactBed.StartAsync();
        var request = bed.Request("Accounts", "Code", "Name");
        var made = await bed.CreateAsync(request, ("Name", Text("other")), (property, Text(value)));

        var found = await bed.System.FindAsync(request, [property], [Text(value)], CancellationToken.None);

        found.Records.Should().ContainSingle().Which.Key.Should().Be(made);
    }

    [Test]
    [Clause("W4")]
    public async Task Duplicates_and_broken_rules_come_as_500_and_are_rejected_with_Exacts_words()
    {
        await using var bed = await ExactBed.StartAsync();
        bed.AddAccounts(1);
        var (accounts, contacts) = (bed.Request("Accounts", Properties), bed.Request("Contacts", "Account", "LastName"));

        var duplicate = await bed.WriteAsync(accounts, ExactBed.New(accounts, ("Name", Text("x")), ("Code", Text("700001"))));
        var reference = await bed.WriteAsync(contacts, ExactBed.New(contacts, ("Account", Text(ExactBed.Extra(99))), ("LastName", Text("x"))));
        var used = await bed.WriteAsync(accounts, new DeleteRequest(bed.Cell("SELECT Account FROM Contacts LIMIT 1")!, []));

        new[] { duplicate, reference, used }.Select(outcome => ((Rejected)outcome).Message).Should().Equal(
            "Data already exists: Code 700001", "Invalid reference: Account", "Cannot delete: in use by Contacts.");
        bed.Calls.Statuses.Should().Equal(500, 500, 500);
    }

    [TestCase("SalesOrders", "OrderedBy")]
    [TestCase("Quotations", "OrderAccount")]
    [Clause("R11")]
    public async Task Lines_are_made_with_their_head_and_then_written_one_by_one(string entity, string account)
    {
        await using var bed = await ExactBed.StartAsync();
        bed.AddAccounts(1);
        var list = entity == "SalesOrders" ? "SalesOrderLines" : "QuotationLines";
        var request = bed.Request(entity, account, list);
        var item = Text(bed.Cell("SELECT ID FROM Items LIMIT 1")!);
        Value Line(Value key, int number, string text, decimal quantity) => Value.Element([key, Value.Integer(number), item, Text(text), Value.Decimal(quantity), Value.Decimal(9.5m)]);

        var key = await bed.CreateAsync(request, (account, Text(ExactBed.Extra(1))), (list, Value.List([Line(Value.None, 1, "one", 1), Line(Value.None, 2, "two", 2)])));
        var before = (await bed.FindAsync(request, key))!.Values[1];
        var two = before.AsList.Single(line => line.AsElement[1].AsInteger == 2);
        var after = Value.List([Line(two.AsElement[0], 2, "two", 7), Line(Value.None, 3, "three", 3)]);
        bed.Calls.Clear();
        var outcome = await bed.WriteAsync(request, ExactBed.Change(request, key, (list, before, after)));

        before.AsList.Should().HaveCount(2);
        outcome.Should().Be(new Written(key, null));
        bed.Calls.Api.Select(call => call.Split(' ', '(')[0]).Should().Equal("DELETE", "PUT", "POST");
        (await bed.FindAsync(request, key))!.Values[1].AsList.Select(line => string.Join(' ', line.AsElement.Skip(3))).Should().BeEquivalentTo("two 7 9.5", "three 3 9.5");
    }

    [Test]
    [Clause("R11")]
    public async Task Lines_come_with_the_heads_of_the_feed_for_many_at_a_call()
    {
        await using var bed = await ExactBed.StartAsync();
        var request = bed.Request("SalesOrders", "OrderNumber", "SalesOrderLines");

        var records = (await bed.CompleteAsync(request)).SelectMany(batch => batch.Records).ToList();

        records.Sum(record => record.Values[1].IsNone ? 0 : record.Values[1].AsList.Count).Should().Be(int.Parse(bed.Cell("SELECT count(*) FROM SalesOrderLines")!, System.Globalization.CultureInfo.InvariantCulture));
        bed.Calls.Api.Count(call => call.StartsWith("GET bulk/SalesOrder/SalesOrderLines", StringComparison.Ordinal)).Should().Be((records.Count + 19) / 20);
    }

    private static Value Text(string text) => Value.Text(text);
}
