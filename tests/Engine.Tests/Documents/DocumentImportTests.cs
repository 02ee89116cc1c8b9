using System.Globalization;
using System.Text;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Documents;
using YamlDotNet.RepresentationModel;

namespace SesamTalk.Engine.Tests.Documents;

[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class DocumentImportTests
{
    private static IEnumerable<string> Valid => DocumentCorpus.Names("valid");

    private static IEnumerable<string> Invalid => DocumentCorpus.Names("invalid");

    [TestCaseSource(nameof(Valid))]
    public void A_document_becomes_exactly_these_flow_files_and_this_report(string name)
    {
        ImportResult result = Import("valid", name);

        result.Diagnostics.Should().BeEmpty();
        DocumentCorpus.Compare("valid", name, Text(result));
    }

    [TestCaseSource(nameof(Valid))]
    public void Every_flow_file_is_YAML_with_the_name_of_its_file(string name)
    {
        foreach (ImportedFile file in Import("valid", name).Files)
        {
            YamlStream yaml = [];
            yaml.Load(new StringReader(file.Content));
            string flow = ((YamlScalarNode)yaml.Documents.Single().RootNode["flow"]).Value!;
            file.Path.Should().EndWith($"/{flow}.flow.yaml");
        }
    }

    [TestCaseSource(nameof(Invalid))]
    public void A_document_against_the_grammar_writes_nothing_and_tells_every_fault_with_its_place(string name)
    {
        ImportResult result = Import("invalid", name);

        result.Files.Should().BeEmpty();
        result.Diagnostics.Should().NotBeEmpty().And.OnlyContain(d => d.Severity == Severity.Error);
        DocumentCorpus.Compare("invalid", name, Text(result));
    }

    [Test]
    public void The_faulty_documents_show_every_code_that_there_is()
    {
        IEnumerable<string> shown = Invalid.SelectMany(name => Import("invalid", name).Diagnostics).Select(d => d.Code).Distinct();

        shown.Should().BeEquivalentTo(DocumentFaults.Codes);
    }

    [Test]
    public void Line_ends_of_another_system_change_nothing()
    {
        string text = DocumentCorpus.Read("valid", "openings");

        ImportResult other = DocumentImport.Import(text.Replace("\n", "\r\n", StringComparison.Ordinal), "openings.rst", KnownNames.Plain);

        Text(other with { Form = null }).Should().Be(Text(DocumentImport.Import(text, "openings.rst", KnownNames.Plain) with { Form = null }));
        other.Form!.Content.Should().Contain("carriage_returns: true");
    }

    private static ImportResult Import(string folder, string name) =>
        DocumentImport.Import(DocumentCorpus.Read(folder, name), name + ".rst", name switch
        {
            "described-names" => KnownNames.Described,
            "unknown-names" => NameResolution.None,
            _ => KnownNames.Plain,
        });

    private static string Text(ImportResult result)
    {
        StringBuilder text = new(ImportReport.Render(result));
        foreach (Diagnostic d in result.Diagnostics)
            text.Append(CultureInfo.InvariantCulture, $"\n{d.Place}-{d.Place.EndColumn}: {d.Code}: {d.Message}\n  {d.Help}\n");
        ImportedFile[] files = [.. result.Files, .. result.Form is { } form ? [form] : Array.Empty<ImportedFile>()];
        foreach (ImportedFile file in files)
            text.Append(CultureInfo.InvariantCulture, $"\n=== {file.Path}\n{file.Content}");
        return text.ToString();
    }
}
