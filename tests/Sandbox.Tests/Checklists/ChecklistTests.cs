using System.Reflection;
using System.Text.RegularExpressions;
using NUnit.Framework.Interfaces;
using SesamTalk.TestKit;

namespace SesamTalk.Sandbox.Tests.Checklists;

/// <summary>Each stand-in is held to its checklist, item by item.</summary>
[Parallelizable(ParallelScope.All)]
public sealed partial class ChecklistTests
{
    private static readonly string Sandbox = Path.Combine(Repository.Root, "sandbox");

    private static readonly ILookup<string, string> Held = typeof(ChecklistTests).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods())
        .Where(IsRun)
        .SelectMany(test => test.GetCustomAttributes<ChecklistAttribute>().Select(cited => (cited.Item, test.Name)))
        .ToLookup(it => it.Item, it => it.Name);

    private static IReadOnlyList<string> Items { get; } =
    [
        .. Directory.EnumerateFiles(Sandbox, "CHECKLIST.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .SelectMany(page => Row().Matches(File.ReadAllText(page))).Select(row => row.Groups[1].Value),
    ];

    private static IEnumerable<string> Folders { get; } = [".", "ExactOnline", "PowerOfficeGo", "CrmOffice", "CustomPms"];

    [TestCaseSource(nameof(Items))]
    public void An_item_is_held_by_a_test(string item) => Held[item].Should().NotBeEmpty();

    [Test]
    public void What_tests_cite_stands_in_a_checklist() => Held.Select(cited => cited.Key).Should().BeSubsetOf(Items);

    [Test]
    public void No_item_stands_twice() => Items.Should().OnlyHaveUniqueItems();

    [TestCaseSource(nameof(Folders))]
    public void A_stand_in_has_a_checklist_with_items(string folder) =>
        Row().Matches(File.ReadAllText(Path.Combine(Sandbox, folder, "CHECKLIST.md"))).Should().NotBeEmpty();

    // A test that is put aside holds nothing.
    private static bool IsRun(MethodInfo method) =>
        method.GetCustomAttributes().Any(attribute => attribute is ITestBuilder or ISimpleTestBuilder)
        && !method.GetCustomAttributes().Concat(method.DeclaringType!.GetCustomAttributes()).Any(attribute => attribute is IgnoreAttribute or ExplicitAttribute);

    [GeneratedRegex(@"^\| ([a-z]+-\d+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
