using SesamTalk.TestKit;

namespace SesamTalk.Cli.Tests.Testing;

/// <summary>What tests of flows can say, each in a test that passes and in one that does not.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class PassingTests
{
    private const string Pair = """
        - test: a customer becomes an account
          source: { no: "7", name: Vik AS, status: N }
          target: { Code: "7", Name: Vik AS, Status: New }
          direction: to_target
        """;

    private const string Back = """
        - test: an account says what becomes of the customer
          source: { no: "7", status: S, country: SE, vat: null }
          target: { Status: Shipped, Vat: SE1 }
          direction: to_source
        """;

    private const string Conflict = """
        - test: the later edit wins
          given: { source: { no: "7", name: Vik AS } }
          edits:
            - source: { status: N }
            - target: { Status: Shipped }
          expect: { source: { status: S }, target: { Status: Shipped }, conflicts: { status: target } }
        """;

    private const string Runs = """
        - test: who saw the other edit is not in conflict with it
          given: { source: { no: "7", name: Vik AS } }
          edits:
            - source: { status: N }
            - run
            - target: { Status: Shipped }
          expect: { source: { status: S } }
        """;

    private const string SeveralRows = """
        - test: the short name goes before the name
          given: { source: { no: "7", name: Vik AS, short_name: Vik } }
          edits:
            - target: { Name: Viken }
          expect: { source: { name: Vik AS, short_name: Viken }, target: { Name: Viken } }
        """;

    private const string Condition = """
        - test: only a Norwegian customer has a number
          given: { source: { no: "7", name: Vik AS, country: SE, vat: "SE1" } }
          expect: { target: { Vat: null } }
        """;

    private const string Lines = """
        - test: the lines go over and come back
          links: { Product/1: Item/i1, Product/2: Item/i2 }
          source: { no: "7", short_name: Vik, lines: [{ product: 1, quantity: 3 }, { product: 2, quantity: 4.5 }] }
          target: { Code: "7", Name: Vik, Basket: [{ Item: i2, Amount: 4.5 }, { Item: i1, Amount: 3 }] }
        """;

    private const string Reference = """
        - test: a seller is translated by a given link
          links: { Seller/3: User/u3 }
          source: { no: "7", short_name: Vik, seller: 3 }
          target: { Code: "7", Name: Vik, Manager: u3 }
        """;

    private const string Waits = """
        - test: a seller who has no counterpart is waited for
          given: { source: { no: "7", name: Vik AS, seller: 3 } }
          expect: { target: { Manager: null }, waits: the counterpart of firm/Seller/3 }
        """;

    private const string Refused = """
        - test: a long name is refused
          given: { source: { no: "7", name: Vikens Bygg og Anlegg AS } }
          expect: { target: none, refused: longer than 12 }
        """;

    private const string NotConverted = """
        - test: a word of the other column is refused
          given: { source: { no: "7", name: Vik AS, status: New } }
          expect: { target: none, refused: stands in the table for another value }
        """;

    private const string Delete = """
        - test: a deleted customer takes the account along
          given: { source: { no: "7", name: Vik AS } }
          edits: [{ delete: source }]
          expect: { source: none, target: none }
        """;

    private const string DeleteAndEdit = """
        - test: an edit beats a delete, but nothing gives the number of a new customer
          given: { source: { no: "7", name: Vik AS } }
          edits:
            - delete: source
            - target: { Status: Shipped }
          expect: { source: none, target: { Status: Shipped }, conflicts: { record: target }, waits: no is mandatory }
        """;

    private const string Matched = """
        - test: the same number is the same customer
          given: { source: { no: "7" }, target: { Code: "7" }, linked: false }
          expect: { linked: true }
        """;

    private const string NotMatched = """
        - test: another number is another customer
          given: { source: { no: "7", name: Vik AS }, target: { Code: "8", Name: Ek AS }, linked: false }
          expect: { linked: false }
        """;

    [TestCase(Pair)]
    [TestCase(Back)]
    [TestCase(Conflict)]
    [TestCase(Runs)]
    [TestCase(SeveralRows)]
    [TestCase(Condition)]
    [TestCase(Lines)]
    [TestCase(Reference)]
    [TestCase(Waits)]
    [TestCase(Refused)]
    [TestCase(NotConverted)]
    [TestCase(Delete)]
    [TestCase(DeleteAndEdit)]
    [TestCase(Matched)]
    [TestCase(NotMatched)]
    public async Task A_test_that_says_what_the_engine_does_passes(string test)
    {
        using var workspace = new TestedWorkspace().With(test);

        var result = await workspace.RunAsync();

        result.Output.Should().Be("ok     customers.flow-test.yaml (1 test)\n\n1 test, all passed.\n");
        result.Code.Should().Be(ExitCode.Done);
    }

    [TestCase(Pair, "Status: New", "Status: Old", "target.Status  expected 'Old', found 'New'")]
    [TestCase(Pair, "Name: Vik AS, Status", "Name: Vik, Status", "target.Name  expected 'Vik', found 'Vik AS'")]
    [TestCase(Back, "status: S", "status: N", "source.status  expected 'N', found 'S'")]
    [TestCase(Conflict, ", conflicts: { status: target }", "", "conflicts.status  expected no conflict, found target: ")]
    [TestCase(Conflict, "status: target }", "status: source }", "conflicts.status  expected source, found target")]
    [TestCase(Runs, "    - run\n", "", "conflicts.status  expected no conflict, found target: ")]
    [TestCase(Runs, "expect: { ", "expect: { conflicts: { status: review }, ", "conflicts.status  expected review, found no conflict")]
    [TestCase(SeveralRows, "short_name: Viken", "short_name: Vik", "source.short_name  expected 'Vik', found 'Viken'")]
    [TestCase(Condition, "country: SE", "country: \"NO\"", "target.Vat  expected nothing, found 'SE1'")]
    [TestCase(Lines, "Amount: 4.5", "Amount: 5", "target.Basket[1].Amount  expected 5, found 4.5")]
    [TestCase(Lines, "{ Item: i2, Amount: 4.5 }, ", "", "target.Basket  expected [{ Item: i1, Amount: 3 }], found [{ Item: i1, Amount: 3 }, { Item: i2, Amount: 4.5 }]")]
    [TestCase(Reference, "Manager: u3", "Manager: u4", "target.Manager  expected 'u4', found 'u3'")]
    [TestCase(Waits, ", waits: the counterpart of firm/Seller/3", "", "waits  expected nothing, found seller waits for the counterpart of firm/Seller/3")]
    [TestCase(Refused, "longer than 12", "shorter than 12", "refused  expected 'shorter than 12', found ")]
    [TestCase(Refused, "refused: longer than 12", "linked: true", "linked   expected true, found false")]
    [TestCase(Delete, "target: none", "target: { Code: \"7\" }", "target  expected a record, found no record")]
    [TestCase(DeleteAndEdit, "target: { Status: Shipped }, conflicts", "target: none, conflicts", "target  expected no record, found { Code: \"7\", Name: Vik AS, Status: Shipped }")]
    [TestCase(DeleteAndEdit, "record: target", "record: source", "conflicts.record  expected source, found target")]
    [TestCase(Matched, "linked: true", "linked: false", "linked  expected false, found true")]
    [TestCase(NotMatched, "expect: { linked: false }", "expect: { target: { Name: Ek AS } }", "was made as well")]
    public async Task A_test_that_says_something_else_fails_and_tells_the_difference(string test, string said, string saidInstead, string difference)
    {
        test.Should().Contain(said, "else nothing else is said");
        using var workspace = new TestedWorkspace().With(test.Replace(said, saidInstead, StringComparison.Ordinal));

        var result = await workspace.RunAsync();

        result.Output.Should().Contain(difference);
        result.Code.Should().Be(ExitCode.Findings);
    }

    [Test]
    [Clause("H3")]
    public async Task A_value_that_is_sensitive_is_not_told()
    {
        using var workspace = new TestedWorkspace().With("""
            - test: a secret
              source: { no: "7", name: Vik AS, status: N }
              target: { Code: "7", Status: Shipped }
              direction: to_target
            """);
        workspace.Write("customers.flow.yaml", TestedWorkspace.CustomerFlow.Replace("target: Status,", "target: Status, sensitive: true,", StringComparison.Ordinal));

        var result = await workspace.RunAsync();

        result.Output.Should().Contain("target.Status  expected (sensitive), found (sensitive)").And.NotContain("Shipped");
    }
}
