namespace SesamTalk.TestKit.Pages;

/// <summary>All pages of Markdown that the project holds.</summary>
public static class ProjectPages
{
    // What is built, what git keeps, and what a workspace keeps.
    private static readonly string[] Elsewhere = ["bin", "obj", ".git", ".sesamtalk", "TestResults"];

    // The corpus holds pages that are wrong on purpose, the golden files pages that the program writes.
    private static readonly string[] Kept = ["tests/Corpus/", "tests/Golden/"];

    /// <summary>The pages, by path.</summary>
    public static IReadOnlyList<Page> All { get; } = [.. Paths().Where(path => !Kept.Any(path.StartsWith)).Order(StringComparer.Ordinal).Select(Page.Read)];

    private static IEnumerable<string> Paths() =>
        Directory.EnumerateFiles(Repository.Root, "*.md", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(Elsewhere.Contains));
}
