using SesamTalk.Engine.Diagnostics;

namespace SesamTalk.Engine.Tests.Language;

internal sealed class DiagnosticTextTests
{
    private static readonly Place Somewhere = new("a.flow.yaml", 2, 9, 2, 13);

    [Test]
    public void A_diagnostic_shows_its_line_with_a_caret_and_the_cure()
    {
        const string File = "flows/sales/order.flow.yaml";
        var source = new SourceText(File, "\n\n\n\n\ntarget: { system: exact-online, entity: SalesOrder }\n");
        var diagnostic = new Diagnostic("ST2004", Severity.Error, new Place(File, 6, 41, 6, 51), "'SalesOrder' is not an entity of exact-online")
        {
            Label = "did you mean 'SalesOrders'?",
            Help = "entities: Accounts, Contacts",
        };

        DiagnosticText.Render(diagnostic, source).Should().Be(
            """
            flows/sales/order.flow.yaml:6:41: error ST2004: 'SalesOrder' is not an entity of exact-online
                6 | target: { system: exact-online, entity: SalesOrder }
                  |                                         ^^^^^^^^^^ did you mean 'SalesOrders'?
              help: entities: Accounts, Contacts; see docs/errors/ST2004.md

            """);
    }

    [Test]
    public void Without_the_file_there_is_no_excerpt() =>
        Render(null).Should().Be("a.flow.yaml:2:9: note ST0001: said\n  help: see docs/errors/ST0001.md\n");

    [TestCase("\nsource: \tx: y\n", "    2 | source:  x: y\n      |         ^^^^\n", Description = "a tab is shown as one blank")]
    [TestCase("\nsource: \u0007ell\n", "    2 | source: ?ell\n      |         ^^^^\n", Description = "what cannot be shown is a question mark")]
    [TestCase("\nsou\U0001F600e: name\n", "    2 | sou\U0001F600e: name\n      |        ^^^^\n", Description = "two units of one character take one column")]
    public void The_caret_stands_under_what_is_meant(string text, string excerpt) =>
        Render(new SourceText("a.flow.yaml", text)).Should().Contain(excerpt);

    [Test]
    public void What_goes_over_several_lines_is_marked_to_the_end_of_its_first() =>
        DiagnosticText.Render(
                new Diagnostic("ST0001", Severity.Warning, new Place("a", 1, 9, 3, 2), "said"), new SourceText("a", "target: { a: b,   \n c: d\n }"))
            .Should().Contain("    1 | target: { a: b,\n      |         ^^^^^^^\n");

    private static string Render(SourceText? source) =>
        DiagnosticText.Render(new Diagnostic("ST0001", Severity.Note, Somewhere, "said"), source);
}
