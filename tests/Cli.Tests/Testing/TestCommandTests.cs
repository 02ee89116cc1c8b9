using SesamTalk.Cli.Tests.Program;
using SesamTalk.TestKit.Golden;

namespace SesamTalk.Cli.Tests.Testing;

[Parallelizable(ParallelScope.All)]
internal sealed class TestCommandTests
{
    private const string Some = """
        - test: a customer becomes an account
          source: { no: "7", short_name: Vik, status: N }
          target: { Code: "7", Name: Vik, Status: New }

        - test: a status that nobody knows
          source: { no: "7", short_name: Vik, status: S }
          target: { Code: "7", Name: Viken, Status: Sent }

        - test: a long name
          given: { source: { no: "7", name: Vikens Bygg og Anlegg AS } }
          expect: { linked: true }
        """;

    [TestCase("text", "txt")]
    [TestCase("json", "json")]
    [TestCase("junit", "xml")]
    public async Task Tests_are_told_in_each_form(string form, string ending)
    {
        using var workspace = new TestedWorkspace().With(Some);

        var result = await workspace.RunAsync("--format", form);

        GoldenFile.Compare($"cli/test/some.{ending}", WithoutTimes(result.All));
    }

    [TestCase("text", "txt")]
    [TestCase("json", "json")]
    public async Task Coverage_tells_what_no_test_touches(string form, string ending)
    {
        using var workspace = new TestedWorkspace().With(Some);

        var result = await workspace.RunAsync("--coverage", "--select", "customers", "--format", form);

        GoldenFile.Compare($"cli/test/coverage.{ending}", WithoutTimes(result.All));
    }

    [Test]
    public async Task What_no_test_of_a_flow_touches_is_a_matter_of_all_flows_that_are_selected()
    {
        using var workspace = new TestedWorkspace().With(Some);

        var result = await workspace.RunAsync("--coverage", "--exclude", "customers");

        result.Output.Should().Contain("none of the flows that are selected has a test").And.Contain("no test touches name -> Name, to the target");
        result.Code.Should().Be(ExitCode.Findings);
    }

    // A build server takes an empty file for a broken one.
    [TestCase(TestedWorkspace.CustomerFlow, "No test was run: none of the flows that are selected has a test.\n")]
    [TestCase("version: 1\n", "Nothing was done: the workspace has ")]
    public async Task Where_no_test_is_run_the_form_of_JUnit_is_a_document_without_tests_and_all_else_as_ever(string flow, string told)
    {
        using var workspace = new TestedWorkspace();
        workspace.Write("customers.flow.yaml", flow);

        var (text, result) = (await workspace.RunAsync("--select", "customers"), await workspace.RunAsync("--select", "customers", "--format", "junit"));

        result.Output.Should().Be("""
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites name="sesamtalk test" tests="0" failures="0" errors="0" time="0.000" />

            """.ReplaceLineEndings("\n"));
        result.Error.Should().Contain(told).And.Be(text.Output + text.Error);
        result.Code.Should().Be(text.Code).And.NotBe(ExitCode.Done);
    }

    [TestCase("31", ExitCode.Done)]
    [TestCase("32", ExitCode.Findings)]
    public async Task Coverage_can_be_demanded(string percent, ExitCode code)
    {
        using var workspace = new TestedWorkspace().With(Some.Split("\n\n")[0]);

        var result = await workspace.RunAsync("--min-coverage", percent, "--select", "customers");

        result.Code.Should().Be(code, result.Output);
    }

    [Test]
    public async Task Coverage_that_is_missed_is_a_failing_case_for_a_build_server()
    {
        using var workspace = new TestedWorkspace().With(Some.Split("\n\n")[0]);

        var result = await workspace.RunAsync("--min-coverage", "32", "--select", "customers", "--format", "junit");

        GoldenFile.Compare("cli/test/coverage-missed.xml", WithoutTimes(result.All));
    }

    [Test]
    public async Task Coverage_that_is_reached_is_a_passing_case_for_a_build_server()
    {
        using var workspace = new TestedWorkspace().With(Some.Split("\n\n")[0]);

        var result = await workspace.RunAsync("--min-coverage", "31", "--select", "customers", "--format", "junit");

        result.Output.Should().Contain("<testcase name=\"tests touch at least 31 %\" classname=\"coverage\" />").And.Contain("<testsuites name=\"sesamtalk test\" tests=\"2\" failures=\"0\"");
    }

    [Test]
    public async Task Mutants_are_tried_once_and_on_the_tests_as_they_were_brought_up_to_date()
    {
        const string Old = """
            - test: a customer becomes an account
              source: { no: "7", short_name: Vik, status: N }
              target: { Code: "8", Name: Vik, Status: New }
            """;
        using var workspace = new TestedWorkspace().With(Old);

        var together = await CountedAsync(workspace, "--update", "--mutants");
        var mutants = await CountedAsync(workspace, "--mutants");
        var plain = await CountedAsync(workspace);

        together.Output.Should().NotBe(mutants.Output);
        together.Output.Replace("customers.flow-test.yaml was brought up to date.\n", string.Empty, StringComparison.Ordinal).Should().Be(mutants.Output);
        (together.Tests - plain.Tests).Should().Be(mutants.Tests, "each test is timed, on each mutant too");
    }

    [Test]
    public async Task A_mutant_that_no_test_notices_is_listed()
    {
        using var workspace = new TestedWorkspace().With(Some.Split("\n\n")[0]);

        var result = await workspace.RunAsync("--mutants");

        GoldenFile.Compare("cli/test/mutants.txt", result.All);
    }

    [Test]
    public async Task What_is_wrong_with_a_test_file_is_told_and_the_others_are_run()
    {
        using var workspace = new TestedWorkspace().With(Some.Split("\n\n")[0]);
        workspace.Write("more.flow-test.yaml", "version: 1\nflow: custumers\ntests:\n  - { test: none, source: {}, target: {} }\n");

        var result = await workspace.RunAsync();

        result.Output.Should().Contain("error ST4001").And.Contain("did you mean 'customers'?").And.Contain("1 test, all passed.");
        result.Code.Should().Be(ExitCode.Findings);
    }

    [TestCase("customers.flow-test.yaml", 3)]
    [TestCase("customers.flow.yaml", 3)]
    [TestCase(".", 3)]
    [TestCase("sellers.flow.yaml", 0)]
    public async Task A_path_picks_tests_by_their_file_or_that_of_their_flow(string path, int tests)
    {
        using var workspace = new TestedWorkspace().With(Some);

        var result = await workspace.RunAsync(path);

        result.Output.Should().Contain(tests == 0 ? "No test was run" : $"{tests} tests, ");
    }

    [Test]
    public async Task A_path_that_is_not_there_is_wrong_usage()
    {
        using var workspace = new TestedWorkspace().With(Some);

        var result = await workspace.RunAsync("elsewhere");

        result.Code.Should().Be(ExitCode.Usage);
    }

    private static async Task<(string Output, int Tests)> CountedAsync(TestedWorkspace workspace, params string[] arguments)
    {
        var clock = new CountingClock();
        using var output = new StringWriter();
        var surroundings = new Surroundings(Path.GetDirectoryName(workspace.Tests)!, output, TextWriter.Null, _ => null, clock);
        await Application.RunAsync(["test", .. arguments], surroundings, new TestInterruption());
        return (output.ToString(), clock.Count / 2);
    }

    // How long a test takes is different each time.
    private static string WithoutTimes(string text) => System.Text.RegularExpressions.Regex.Replace(text, @"(""seconds"": |time="")[0-9.]+", "${1}0");
}
