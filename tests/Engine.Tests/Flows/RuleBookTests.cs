using System.Reflection;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Rules;
using SesamTalk.TestKit;

namespace SesamTalk.Engine.Tests.Language;

internal sealed class RuleBookTests
{
    private static readonly Assembly Engine = typeof(DiagnosticCatalogue).Assembly;

    [TestCase(typeof(IFlowRule))]
    [TestCase(typeof(ISystemRule))]
    [TestCase(typeof(IEntityRule))]
    [TestCase(typeof(ISetRule))]
    public void Every_rule_that_is_written_is_in_the_book(Type kind)
    {
        object[] inBook = [.. RuleBook.ForFlows, .. RuleBook.ForSystems, .. RuleBook.ForEntities, .. RuleBook.ForSets];
        var written = Engine.GetTypes().Where(t => t.IsClass && kind.IsAssignableFrom(t));

        written.Except(inBook.Select(r => r.GetType())).Should().BeEmpty();
    }

    [Test]
    public void Every_code_that_is_declared_is_in_the_catalogue()
    {
        var declared = Engine.GetTypes()
            .Where(t => t.Namespace == typeof(DiagnosticCatalogue).Namespace)
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.NonPublic))
            .Where(f => f.FieldType == typeof(DiagnosticCode))
            .Select(f => (DiagnosticCode)f.GetValue(null)!);

        DiagnosticCatalogue.Codes.Should().BeEquivalentTo(declared);
    }

    [Test]
    public void No_two_codes_are_the_same() => DiagnosticCatalogue.Codes.Select(c => c.Id).Should().OnlyHaveUniqueItems();

    [TestCaseSource(typeof(DiagnosticCatalogue), nameof(DiagnosticCatalogue.Codes))]
    public void Every_code_has_its_page(DiagnosticCode code)
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, DiagnosticText.Page(code.Id)));

        page.Should().StartWith($"# {code.Id}: {code.Title}\n").And.Contain("Wrong:").And.Contain("Right:");
    }
}
