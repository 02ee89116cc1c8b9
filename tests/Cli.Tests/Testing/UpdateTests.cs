using SesamTalk.Cli.Tests.Program;

namespace SesamTalk.Cli.Tests.Testing;

/// <summary>What <c>--update</c> makes of a test file: what is there is expected, and all else stays as it was.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class UpdateTests
{
    [TestCase("a value", """
        - test: x   # why
          direction: to_target
          source: { no: "7", name: Vik AS, status: N }
          target: { Code: "7", Name: Old, Status: New }   # as agreed
        """, """
        - test: x   # why
          direction: to_target
          source: { no: "7", name: Vik AS, status: N }
          target: { Code: "7", Name: Vik AS, Status: New }   # as agreed
        """)]
    [TestCase("values in lines of their own", """
        - test: x
          given:
            source: { no: "7", name: Vik AS, status: N }
          expect:
            target:
              Code: "8"   # the number
              Status:
              Vat: NO1
        """, """
        - test: x
          given:
            source: { no: "7", name: Vik AS, status: N }
          expect:
            target:
              Code: "7"   # the number
              Status: New
              Vat: null
        """)]
    [TestCase("a record that is not there", """
        - test: x
          given: { source: { no: "7", name: Vik AS } }
          edits: [{ delete: source }]
          expect:
            target:
              Code: "7"
              Name: Vik AS
        """, """
        - test: x
          given: { source: { no: "7", name: Vik AS } }
          edits: [{ delete: source }]
          expect:
            target: none
        """)]
    [TestCase("a record that is there", """
        - test: x
          given: { source: { no: "7", name: Vik AS } }
          expect: { target: none }
        """, """
        - test: x
          given: { source: { no: "7", name: Vik AS } }
          expect: { target: { Code: "7", Name: Vik AS } }
        """)]
    [TestCase("a message that was not expected, in one line", """
        - test: x
          given: { source: { no: "7", name: Vik AS, seller: 3 } }
          expect: { target: { Code: "7" } }
        """, """
        - test: x
          given: { source: { no: "7", name: Vik AS, seller: 3 } }
          expect: { target: { Code: "7" }, waits: seller waits for the counterpart of firm/Seller/3 }
        """)]
    [TestCase("a message that was not expected, behind a comma and a comment", """
        - test: x
          given: { source: { no: "7", name: Vik AS, seller: 3 } }
          expect: {
            linked: true,   # of course
          }
        """, """
        - test: x
          given: { source: { no: "7", name: Vik AS, seller: 3 } }
          expect: {
            linked: true, waits: seller waits for the counterpart of firm/Seller/3,   # of course
          }
        """)]
    [TestCase("a conflict that was not expected, in lines of its own", """
        - test: x
          given: { source: { no: "7", name: Vik AS } }
          edits:
            - source: { status: N }
            - target: { Status: Shipped }
          expect:
            source: { status: S }   # the later one
        - test: y
          given: { source: { no: "7", name: Vik AS } }
          expect: { linked: false }
        """, """
        - test: x
          given: { source: { no: "7", name: Vik AS } }
          edits:
            - source: { status: N }
            - target: { Status: Shipped }
          expect:
            source: { status: S }   # the later one
            conflicts: { status: target }
        - test: y
          given: { source: { no: "7", name: Vik AS } }
          expect: { linked: true }
        """)]
    [TestCase("messages that did not come", """
        - test: x
          given: { source: { no: "7", name: Vik AS } }
          expect:
            refused: something
            linked: true
        - test: y
          given: { source: { no: "7", name: Vik AS } }
          expect: { linked: true, waits: something, review: [one, two] }
        """, """
        - test: x
          given: { source: { no: "7", name: Vik AS } }
          expect:
            linked: true
        - test: y
          given: { source: { no: "7", name: Vik AS } }
          expect: { linked: true }
        """)]
    [TestCase("lines of a list", """
        - test: x
          links: { Product/1: Item/i1, Product/2: Item/i2 }
          direction: to_target
          source: { no: "7", name: Vik, lines: [{ product: 1, quantity: 3 }, { product: 2, quantity: 4 }] }
          target:
            Basket:
            - { Item: i1, Amount: 3 }
        """, """
        - test: x
          links: { Product/1: Item/i1, Product/2: Item/i2 }
          direction: to_target
          source: { no: "7", name: Vik, lines: [{ product: 1, quantity: 3 }, { product: 2, quantity: 4 }] }
          target:
            Basket:
              [{ Item: i1, Amount: 3 }, { Item: i2, Amount: 4 }]
        """)]
    [TestCase("what only YAML takes for the end of a line", "- test: \"a \u2028        b \u0085        c\"\n  given: { source: { no: \"7\", short_name: Vik } }\n  expect: { target: { Code: \"8\", Name: Vik } }", "- test: \"a \u2028        b \u0085        c\"\n  given: { source: { no: \"7\", short_name: Vik } }\n  expect: { target: { Code: \"7\", Name: Vik } }")]
    public async Task What_is_there_is_expected_and_all_else_stays(string what, string before, string after)
    {
        what.Should().NotBeEmpty();
        using var wanted = new TestedWorkspace().With(after);
        using var workspace = new TestedWorkspace().With(before);

        var result = await workspace.RunAsync("--update");

        File.ReadAllText(workspace.Tests).Should().Be(File.ReadAllText(wanted.Tests));
        result.Output.Should().Contain("customers.flow-test.yaml was brought up to date.").And.Contain("all passed.");
        result.Code.Should().Be(ExitCode.Done);
    }

    [Test]
    public async Task A_file_in_canonical_layout_stays_in_it()
    {
        using var workspace = new TestedWorkspace().With("""
            - test: x
              direction: to_target
              links: { Product/1: Item/i1, Product/2: Item/i2 }
              source: { no: "7", name: Vik, lines: [{ product: 1, quantity: 3 }, { product: 2, quantity: 4 }] }
              target:
                Basket:
                  - { Item: i1, Amount: 3 }
            """);
        var program = new TestProgram(Path.GetDirectoryName(workspace.Tests)!);
        await program.RunAsync("fmt", workspace.Tests);

        var updated = await workspace.RunAsync("--update");
        var looked = await program.RunAsync("fmt", "--check", workspace.Tests);

        updated.Output.Should().Contain("was brought up to date").And.Contain("all passed.");
        looked.Output.Should().Be("1 file: all in canonical layout.\n");
    }

    [Test]
    public async Task A_file_whose_tests_pass_is_not_written()
    {
        using var workspace = new TestedWorkspace().With("""
            - test: x
              source: { no: "7", short_name: Vik }
              target: { Code: "7", Name: Vik }
            """);
        var written = File.GetLastWriteTimeUtc(workspace.Tests);

        var result = await workspace.RunAsync("--update");

        result.Output.Should().NotContain("brought up to date");
        File.GetLastWriteTimeUtc(workspace.Tests).Should().Be(written);
    }

    [Test]
    public async Task What_is_given_is_not_touched_so_a_pair_that_does_not_come_back_still_fails()
    {
        using var workspace = new TestedWorkspace().With("""
            - test: x
              source: { no: "7", name: Vik AS }
              target: { Code: "7", Name: Vik AS }
            """);
        var before = File.ReadAllText(workspace.Tests);

        var result = await workspace.RunAsync("--update");

        File.ReadAllText(workspace.Tests).Should().Be(before);
        result.Output.Should().Contain("from the target back to the source").And.Contain("source.name");
        result.Code.Should().Be(ExitCode.Findings);
    }
}
