namespace SesamTalk.Cli.Tests.Testing;

/// <summary>What tests of flows are given, and what they state without effect.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class GivenRecordsTests
{
    [Test]
    public async Task A_system_gives_a_record_no_key_that_a_given_link_names()
    {
        using var workspace = new TestedWorkspace().With("""
            - test: the second key is taken
              links: { Customer/2: Account/2 }
              source: { no: "7", short_name: Vik }
              target: { Code: "7", Name: Vik }
            """);

        var result = await workspace.RunAsync();

        result.All.Should().Contain("1 test, all passed.");
    }

    [TestCase("links: { Product/1: Item/i1, Product/2: Item/i1 }", "shop/Item/i1")]
    [TestCase("links: { Customer/1: Account/a1 }, given: { source: { id: 1, no: \"7\" } }, expect: { linked: true }", "firm/Customer/1")]
    [TestCase("links: { Customer/1: Account/a1 }, given: { source: { no: \"7\" } }, edits: [{ target: { ID: a1 } }], expect: { linked: true }", "shop/Account/a1")]
    public async Task Two_given_records_of_one_key_are_told_before_anything_runs(string test, string record)
    {
        using var workspace = new TestedWorkspace().With($"- {{ test: x, {test}{(test.Contains("expect", StringComparison.Ordinal) ? string.Empty : ", source: { no: \"7\" }, target: { Code: \"7\" }")} }}");

        var result = await workspace.RunAsync();

        result.Output.Should().Contain("error ST4008").And.Contain($"the record '{record}' is given twice").And.Contain("No test was run: mend the errors above.");
        result.Code.Should().Be(ExitCode.Findings);
    }

    [Test]
    public async Task A_test_may_name_the_key_of_its_record_again_in_an_edit()
    {
        using var workspace = new TestedWorkspace().With("""
            - test: x
              given: { source: { id: 1, no: "7", short_name: Vik } }
              edits: [{ source: { id: 1, short_name: Ek } }]
              expect: { target: { Name: Ek } }
            """);

        var result = await workspace.RunAsync();

        result.All.Should().Contain("1 test, all passed.");
    }

    [Test]
    public async Task A_way_that_the_flow_does_not_run_is_no_test()
    {
        using var workspace = new TestedWorkspace().With("""
            - test: x
              direction: to_source
              source: { no: "7" }
              target: { Code: "7" }
            """);
        workspace.Write("customers.flow.yaml", """
            version: 1
            source: { system: firm, entity: Customer }
            target: { system: shop, entity: Account }
            match: [{ no: Code }]
            properties:
              - { source: no, target: Code, direction: to_target }
              - { source: name, target: Name, direction: to_target }

            """);

        var result = await workspace.RunAsync();

        result.Output.Should().Contain("direction  expected a way that the flow runs, found none").And.Contain("1 test, 1 failed.");
    }

    [TestCase("- { source: status, target: Status, convert: { lookup: { N: New, S: Shipped } } }\n", "target.Status  expected 'New', found nothing")]
    [TestCase("- { source: quantity, target: Amount }\n", "target.Basket[1].Amount  expected 3, found nothing")]
    public async Task A_row_that_is_taken_out_of_the_flow_is_missed(string row, string missed)
    {
        using var workspace = new TestedWorkspace().With("""
            - test: x
              links: { Product/1: Item/i1 }
              source: { no: "7", short_name: Vik, status: N, lines: [{ product: 1, quantity: 3 }] }
              target: { Code: "7", Name: Vik, Status: New, Basket: [{ Item: i1, Amount: 3 }] }
            """);
        var before = await workspace.RunAsync();
        workspace.Write("customers.flow.yaml", TestedWorkspace.CustomerFlow.Replace(row, "\n", StringComparison.Ordinal));

        var after = await workspace.RunAsync();

        before.Output.Should().Contain("1 test, all passed.");
        after.Output.Should().Contain(missed).And.Contain("1 test, 1 failed.");
    }

    [Test]
    public async Task What_only_the_system_fills_is_not_missed()
    {
        using var workspace = new TestedWorkspace().With("""
            - test: the key of the account is not the business of the flow
              source: { no: "7", short_name: Vik }
              target: { ID: a7, Code: "7", Name: Vik }
            """);

        var result = await workspace.RunAsync();

        result.All.Should().Contain("1 test, all passed.");
    }
}
