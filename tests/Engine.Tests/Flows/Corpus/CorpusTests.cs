using SesamTalk.Connectors.Rest;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows;
using SesamTalk.TestKit;

namespace SesamTalk.Engine.Tests.Language.Corpus;

[Parallelizable(ParallelScope.All)]
internal sealed class CorpusTests
{
    private const string Update = "SESAMTALK_UPDATE_GOLDEN";

    private static readonly string[] WithoutRuns = [".flow-test.yaml", ".document.yaml"];

    public static IEnumerable<string> Invalid => CorpusFolder.CasesOf("invalid");

    public static IEnumerable<string> Valid => CorpusFolder.CasesOf("valid");

    [TestCaseSource(nameof(Invalid))]
    public void A_bad_file_gets_exactly_its_text(string name)
    {
        var reading = Read("invalid", name);
        var actual = string.Join('\n', reading.Diagnostics.Select(reading.Render));

        if (Environment.GetEnvironmentVariable(Update) == "1")
        {
            File.WriteAllText(CorpusFolder.ExpectedOf("invalid", name), actual);
        }

        actual.Should().Be(File.ReadAllText(CorpusFolder.ExpectedOf("invalid", name)));
    }

    [TestCaseSource(nameof(Invalid))]
    public void A_set_with_an_error_is_never_handed_on(string name)
    {
        var reading = Read("invalid", name);

        // What is wrong with a test, or with how a document is put, keeps nobody from running.
        (reading.Set is null).Should().Be(reading.Diagnostics.Any(d => d.Severity == Severity.Error && !WithoutRuns.Any(ending => d.Place.File.EndsWith(ending, StringComparison.Ordinal))));
    }

    [TestCaseSource(nameof(Valid))]
    public void A_good_workspace_gives_a_set_and_nothing_to_say(string name)
    {
        var reading = Read("valid", name);

        string.Join('\n', reading.Diagnostics.Select(reading.Render)).Should().BeEmpty();
        reading.Set.Should().NotBeNull();
    }

    [Test]
    public void Every_code_is_raised_by_some_bad_file()
    {
        var raised = Invalid.SelectMany(name => Read("invalid", name).Diagnostics).Select(d => d.Code).ToHashSet();

        DiagnosticCatalogue.Codes.Select(c => c.Id).Except(raised).Except(Elsewhere).Should().BeEmpty();
    }

    // The files of both first layers have their near misses in YamlReaderTests and SchemaTests: a rule is a class of layer 3 or 4.
    [Test]
    public void Every_rule_has_a_near_miss_that_does_not_break_it()
    {
        var near = Valid.SelectMany(name => CorpusFolder.NearMissesOf("valid", name)).ToList();
        var rules = DiagnosticCatalogue.Codes.Select(c => c.Id).Where(code => code is ['S', 'T', '2' or '3', ..]).ToList();

        rules.Except(near.Select(miss => miss.Code)).Should().BeEmpty("each has a line in a near.txt beside a good file");
        near.Select(miss => miss.Code).Except(rules).Should().BeEmpty("that is no rule");
        near.Where(miss => miss.What.Length < 10).Should().BeEmpty("each line says what only looks like the fault");
    }

    [Test]
    public void There_are_at_least_forty_bad_files() => Invalid.Should().HaveCountGreaterThan(40);

    // Needs a run: a check leaves references as they stand (ReferenceTests).
    private static readonly string[] Elsewhere = ["ST2207"];

    private static FlowSetReading Read(string kind, string name)
    {
        using var folder = new TemporaryFolder();
        CorpusFolder.Lay(kind, name, folder.Path);
        return FlowSetReader.Read(WorkspaceLocator.Find(folder.Path)!, [new StubConnector(), new RestConnector()], new FlowSetOptions { Paths = [folder.Path, .. Directory.EnumerateFiles(folder.Path, "*.md")], ReadsTests = true, ChecksDocuments = true });
    }
}
