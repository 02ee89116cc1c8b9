using System.Text.Json;
using SesamTalk.Cli.Tests.Program;
using SesamTalk.TestKit;

namespace SesamTalk.Cli.Tests.Testing;

/// <summary>The tests of the flows that come with the program.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class ShippedFlowTests
{
    [Test]
    public async Task All_tests_of_the_shipped_flows_pass_and_touch_every_row_both_ways()
    {
        var result = await new TestProgram(Repository.Root).RunAsync("test", "--min-coverage", "100");

        result.Code.Should().Be(ExitCode.Done, result.All);
    }

    [Test]
    public async Task Every_shipped_flow_has_tests_of_its_own()
    {
        using var folder = new TemporaryFolder();
        await new TestProgram(Repository.Root).RunAsync("test", "--coverage", "--format", "json", "--output", folder["tests.json"]);

        using var document = JsonDocument.Parse(await File.ReadAllTextAsync(folder["tests.json"]));
        var tested = document.RootElement.GetProperty("tests").EnumerateArray().Select(test => test.GetProperty("flow").GetString()).ToHashSet();
        document.RootElement.GetProperty("coverage").EnumerateArray().Select(flow => flow.GetProperty("flow").GetString()).Except(tested).Should().BeEmpty();
    }
}
