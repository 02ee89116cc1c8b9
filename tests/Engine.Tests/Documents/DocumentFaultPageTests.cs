using System.Reflection;
using SesamTalk.Engine.Documents;

namespace SesamTalk.Engine.Tests.Documents;

[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class DocumentFaultPageTests
{
    [Test]
    public void Every_code_is_listed() =>
        typeof(DocumentFaults).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(f => f.IsLiteral)
            .Select(f => (string)f.GetRawConstantValue()!)
            .Should().BeEquivalentTo(DocumentFaults.Codes);

    [Test]
    public void Every_code_has_a_page_that_begins_with_it()
    {
        foreach (string code in DocumentFaults.Codes)
        {
            string page = Path.Combine(DocumentCorpus.Root, "docs", "errors", code + ".md");

            File.Exists(page).Should().BeTrue("{0} tells more about {1}", page, code);
            File.ReadLines(page).First().Should().StartWith($"# {code}: ");
        }
    }
}
