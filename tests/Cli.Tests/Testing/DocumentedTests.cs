using System.Text.RegularExpressions;
using SesamTalk.Cli.Tests.Program;
using SesamTalk.TestKit;

namespace SesamTalk.Cli.Tests.Testing;

/// <summary>What the guide and the reference of flow tests show is what there is.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed partial class DocumentedTests
{
    private const string Guide = "docs/guides/test-a-flow.md";
    private const string Reference = "docs/reference/flow-tests.md";
    private const string Employees = "customerp-employee-to-crmoffice-contacts";

    [Test]
    public async Task The_first_test_of_the_guide_fails_as_the_guide_says()
    {
        using var folder = new ShippedCopy();
        var file = folder.Write($"custom-erp-to-crmoffice/{Employees}", Blocks(Guide, "yaml")[0]);

        var result = await new TestProgram(folder.Path).RunAsync("test", file);

        result.Output.Should().Be(Blocks(Guide, "text")[0]);
    }

    public static IEnumerable<TestCaseData> Passing =>
        from page in new[] { Guide, Reference }
        from block in Blocks(page, "yaml").Skip(page == Guide ? 1 : 0)
        select new TestCaseData(block).SetArgDisplayNames(NameOf().Match(block).Groups[1].Value);

    [TestCaseSource(nameof(Passing))]
    public async Task A_test_that_is_shown_passes(string block)
    {
        using var folder = new ShippedCopy();
        var flow = block.Contains("SalesOrderLines", StringComparison.Ordinal) ? "customerp-order-to-exact-salesorders"
            : block.Contains("prospect", StringComparison.Ordinal) ? "customerp-customer-to-exact-accounts"
            : Employees;
        var text = block.Contains("version: 1", StringComparison.Ordinal) ? block : $"version: 1\nflow: {flow}\ntests:\n{block}";
        var file = folder.Write($"shown/{flow}", text);

        var result = await new TestProgram(folder.Path).RunAsync("test", file);

        result.Output.Should().Contain("1 test, all passed.");
    }

    private static string[] Blocks(string page, string language) =>
        [.. Block().Matches(File.ReadAllText(Path.Combine(Repository.Root, page)).ReplaceLineEndings("\n")).Where(block => block.Groups[1].Value == language).Select(block => block.Groups[2].Value)];

    [GeneratedRegex("^```([a-z]*)(?: fragment)?\n(.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex("- test: (.*)")]
    private static partial Regex NameOf();

    /// <summary>The shipped workspace without its tests.</summary>
    private sealed class ShippedCopy : IDisposable
    {
        private static readonly string[] Parts = ["flows", "connectors"];

        private readonly TemporaryFolder _folder = new();

        public ShippedCopy()
        {
            foreach (var file in Parts.SelectMany(part => Directory.EnumerateFiles(System.IO.Path.Combine(Repository.Root, part), "*.yaml", SearchOption.AllDirectories)))
            {
                var to = _folder[System.IO.Path.GetRelativePath(Repository.Root, file)];
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(to)!);
                if (!file.EndsWith(".flow-test.yaml", StringComparison.Ordinal))
                    File.Copy(file, to);
            }
        }

        public string Path => _folder.Path;

        public string Write(string name, string text)
        {
            var file = System.IO.Path.Combine("flows", $"{name}.flow-test.yaml");
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(_folder[file])!);
            File.WriteAllText(_folder[file], text);
            return file;
        }

        public void Dispose() => _folder.Dispose();
    }
}
