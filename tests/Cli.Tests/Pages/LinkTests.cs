using System.Text.RegularExpressions;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Pages;

namespace SesamTalk.Cli.Tests.Pages;

/// <summary>What a page links to is there.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed partial class LinkTests
{
    private static readonly string[] Addresses = ["https://", "http://", "mailto:"];

    public static IEnumerable<Page> Pages => ProjectPages.All.Where(page => Links(page).Any());

    [Test]
    public void There_are_links_to_look_at() => Pages.Sum(page => Links(page).Count()).Should().BeGreaterThan(200);

    [TestCaseSource(nameof(Pages))]
    public void Every_link_of_a_page_leads_to_a_file_and_to_a_heading_in_it(Page page) =>
        Links(page).Where(link => Trouble(page, link.Target) is not null)
            .Select(link => $"{page.Path}:{link.Line}: {link.Target}: {Trouble(page, link.Target)}").Should().BeEmpty();

    private static string? Trouble(Page page, string target)
    {
        var parts = target.Split('#', 2);
        var file = parts[0].Length == 0 ? page.Path : Path.GetRelativePath(Repository.Root, Path.GetFullPath(Path.Combine(Repository.Root, Path.GetDirectoryName(page.Path)!, parts[0]))).Replace('\\', '/');
        var path = Path.Combine(Repository.Root, file);
        return file.StartsWith("..", StringComparison.Ordinal) ? "leads out of the project"
            : !File.Exists(path) && !Directory.Exists(path) ? "is not there"
            : parts.Length == 1 || Anchors.Of(Page.Read(file)).Contains(parts[1]) ? null
            : $"{file} has no such heading";
    }

    private static IEnumerable<(int Line, string Target)> Links(Page page) =>
        from line in page.Prose
        from Match link in Link.Matches(Code.Replace(line.Text, string.Empty))
        let target = link.Groups["target"].Value
        where !Addresses.Any(target.StartsWith)
        select (line.Number, target);

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)|^\[[^\]]+\]: +(?<target>\S+)")]
    private static partial Regex Link { get; }

    // What stands in back quotes is no link.
    [GeneratedRegex("(`+)(?!`).*?(?<!`)\\1(?!`)")]
    private static partial Regex Code { get; }
}
