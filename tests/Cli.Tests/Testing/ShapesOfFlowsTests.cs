using SesamTalk.TestKit;

namespace SesamTalk.Cli.Tests.Testing;

/// <summary>Tests of flows that are not as most are: with conditions, with elements that a path selects, and with one entity on both sides.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class ShapesOfFlowsTests
{
    private const string People = """
        version: 1
        entities:
          Person:
            key: { property: id, given_by: client }
            natural_keys: [[name]]
            properties:
              id: { type: string, access: never }
              name: { type: string }
              nick: { type: string }
              kind: { type: string }
              phones:
                type: list
                elements:
                  key: no
                  properties:
                    no: { type: integer, access: never }
                    type: { type: string }
                    number: { type: string }

        """;

    private const string Contacts = """
        version: 1
        entities:
          Contact:
            key: { property: id, given_by: client }
            natural_keys: [[name]]
            properties:
              id: { type: string, access: never }
              name: { type: string }
              mobile: { type: string }
              home: { type: string }

        """;

    private const string Flow = """
        version: 1
        flow: customers
        source: { system: firm, entity: Person }
        target: { system: shop, entity: Contact }
        create: { when: { source: { kind: [staff, guest] } } }
        match: [{ name: name }]
        properties:
          - { source: name, target: name }
          - { source: "phones[type=mobile].number", target: mobile }
          - { source: "phones[type=home].number", target: home, when: { source: { kind: staff } } }

        """;

    private const string Staff = """
        - test: a path names a property of one element
          source: { name: Ada, kind: staff, "phones[type=mobile].number": "1", "phones[type=home].number": "2" }
          target: { name: Ada, mobile: "1", home: "2" }
        """;

    private const string Guest = """
        - test: the list as a whole, of which one element changes
          given: { source: { name: Ada, kind: guest, phones: [{ type: mobile, number: "1" }, { type: home, number: "2" }] } }
          edits: [{ target: { mobile: "3" } }]
          expect:
            source: { phones: [{ type: mobile, number: "3" }, { type: home, number: "2" }] }
            target: { mobile: "3", home: null }
        """;

    private const string Visitor = """
        - test: a visitor is nobody's contact
          given: { source: { name: Ada, kind: visitor } }
          expect: { target: none }
        """;

    [Test]
    public async Task A_condition_is_touched_where_it_holds_and_where_it_does_not()
    {
        using var workspace = Workspace($"{Staff}\n{Guest}\n{Visitor}");

        var result = await workspace.RunAsync("--coverage");

        result.Output.Should().Contain("3 tests, all passed.").And.Contain("4 of 4").And.NotContain("no test touches create").And.NotContain("the condition");
    }

    [TestCase(Guest + "\n" + Visitor, "home: the condition holds")]
    [TestCase(Staff + "\n" + Visitor, "home: the condition does not hold")]
    [TestCase(Staff + "\n" + Guest, "create: the condition does not hold")]
    public async Task A_condition_of_which_tests_see_one_side_only_is_told(string tests, string untouched)
    {
        using var workspace = Workspace(tests);

        var result = await workspace.RunAsync("--coverage");

        result.Output.Should().Contain(untouched);
    }

    [Test]
    public async Task A_condition_that_is_dropped_is_noticed_by_the_test_in_which_it_does_not_hold()
    {
        using var all = Workspace($"{Staff}\n{Guest}\n{Visitor}");
        using var some = Workspace(Staff);

        var noticed = await all.RunAsync("--mutants");
        var unnoticed = await some.RunAsync("--mutants");

        noticed.Output.Should().NotContain("without its condition");
        unnoticed.Output.Should().Contain("home: without its condition").And.Contain("create without its condition");
    }

    [Test]
    public async Task Both_sides_may_be_of_one_entity()
    {
        using var workspace = Workspace("""
            - test: a name is a nick elsewhere
              source: { nick: Ada }
              target: { name: Ada }
            """);
        workspace.Write("customers.flow.yaml", """
            version: 1
            flow: customers
            source: { system: firm, entity: Person }
            target: { system: firm, entity: Person }
            create: never
            match: [{ nick: name }]
            properties:
              - { source: nick, target: name }

            """);
        workspace.Allow("firm/Person");

        var result = await workspace.RunAsync();

        result.Output.Should().Contain("1 test, all passed.");
    }

    [Test]
    [Clause("H3")]
    public async Task Values_of_elements_that_are_sensitive_are_not_told()
    {
        using var workspace = new TestedWorkspace().With("""
            - test: a secret
              links: { Product/1: Item/i1 }
              source: { no: "7", short_name: Vik, lines: [{ product: 1, quantity: 4711 }] }
              target: { Code: "7", Name: Vik, Basket: [{ Item: i1, Amount: 4712 }] }
            - test: a longer secret
              source: { no: "7", short_name: Vik, lines: [] }
              target: { Code: "7", Name: Vik, Basket: [{ Item: i1, Amount: 4712 }] }
            """);
        workspace.Write("customers.flow.yaml", TestedWorkspace.CustomerFlow.Replace("target: Amount }", "target: Amount, sensitive: true }", StringComparison.Ordinal));

        var result = await workspace.RunAsync();

        result.Output.Should().Contain("target.Basket[1].Amount  expected (sensitive), found (sensitive)").And.Contain("target.Basket  expected (sensitive)").And.NotContain("471");
    }

    private static TestedWorkspace Workspace(string tests)
    {
        var workspace = new TestedWorkspace().With(tests);
        workspace.Write("firm.entities.yaml", People);
        workspace.Write("shop.entities.yaml", Contacts);
        workspace.Write("customers.flow.yaml", Flow);
        workspace.Remove("sellers.flow.yaml");
        workspace.Remove("products.flow.yaml");
        return workspace;
    }
}
