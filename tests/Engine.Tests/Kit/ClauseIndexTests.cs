using System.Text.RegularExpressions;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Golden;

namespace SesamTalk.Engine.Tests.Kit;

/// <summary>The specification and the tests cite the same clauses.</summary>
public sealed partial class ClauseIndexTests
{
    private static readonly string Specs = Path.Combine(Repository.Root, "docs", "specs");

    private static IReadOnlyList<string> Clauses { get; } =
        [.. Row().Matches(File.ReadAllText(Path.Combine(Specs, "sync-semantics.md"))).Select(match => match.Groups[1].Value)];

    [TestCaseSource(nameof(Clauses))]
    public void A_clause_is_held_by_a_test(string clause) =>
        ClauseIndex.Read().Should().Contain(it => it.Clause == clause);

    [Test]
    public void What_tests_cite_is_in_the_specification() =>
        ClauseIndex.Read().Select(it => it.Clause).Where(clause => !clause.StartsWith("INV", StringComparison.Ordinal)).Distinct().Should().BeSubsetOf(Clauses);

    [Test]
    public void The_index_is_up_to_date() => GoldenFile.CompareWith("docs/specs/clauses.md", ClauseIndex.Page(Clauses));

    [GeneratedRegex(@"^\| ([A-Z]\d+a?) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
