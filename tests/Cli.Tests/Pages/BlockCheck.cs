using System.Text.Json;
using SesamTalk.Sqlite;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Pages;

namespace SesamTalk.Cli.Tests.Pages;

/// <summary>
/// The classes of blocks that pages show, and what is looked at in each. YAML is looked after by <c>validate</c> (OwnPagesTests) and, where it is a
/// part of a file, by FragmentTests of the engine; command lines by ShellTests; output by OutputTests.
/// </summary>
internal static class BlockCheck
{
    private const string Ending = "end";

    private static readonly string[] Diagrams = ["flowchart LR", "flowchart TD", "sequenceDiagram", "graph LR", "graph TD"];

    private static readonly Lazy<IReadOnlyList<string>> Sources = new(() =>
        [.. Directory.EnumerateFiles(Repository.Root, "*.cs", SearchOption.AllDirectories).Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).Select(file => File.ReadAllText(file).ReplaceLineEndings("\n"))]);

    /// <summary>What is wrong with a block; <see langword="null"/> where nothing is.</summary>
    public static string? Trouble(Fence fence) => (fence.Language, fence.Information) switch
    {
        ("yaml", "" or "fragment") or (ShownCommands.Language, "") or ("text", "") => null,
        ("json", "") => Json(fence.Text),
        ("sql", "") => Sql(fence.Text),
        ("csharp", "") => Sources.Value.Any(source => source.Contains(fence.Text.Trim(), StringComparison.Ordinal)) ? null : "no file that is built holds it",
        ("mermaid", "") => Mermaid(fence),
        ("markdown", "") => Markdown(fence),
        _ => $"nobody looks after a block of '{fence.Language} {fence.Information}'",
    };

    private static string? Json(string text)
    {
        try
        {
            JsonDocument.Parse(text).Dispose();
            return null;
        }
        catch (JsonException wrong)
        {
            return wrong.Message;
        }
    }

    private static string? Sql(string text)
    {
        using var folder = new TemporaryFolder();
        using var database = SqliteDatabase.Open(folder["shown.db"], SqliteAccess.Create, TimeSpan.Zero);
        try
        {
            database.Execute(text);
            return null;
        }
        catch (SqliteFailureException wrong)
        {
            return wrong.Message;
        }
    }

    private static string? Mermaid(Fence fence) =>
        !Diagrams.Contains(fence.Lines[0]) ? $"'{fence.Lines[0]}' begins no diagram"
        : fence.Lines.Count(line => line.TrimStart().StartsWith("subgraph ", StringComparison.Ordinal)) != fence.Lines.Count(line => line.Trim() == Ending) ? "a group is not closed"
        : fence.Lines.FirstOrDefault(line => !IsBalanced(line)) is { } line ? $"a bracket or quote is not closed: {line}"
        : null;

    private static string? Markdown(Fence fence)
    {
        var inner = new Page(fence.Page, fence.Text).Fences;
        return inner.Count == 0 ? "it shows no block"
            : fence.Lines.Count(line => line.StartsWith("```", StringComparison.Ordinal)) != 2 * inner.Count ? "a block in it is not closed"
            : null;
    }

    private static bool IsBalanced(string line) =>
        line.Count(c => c == '[') == line.Count(c => c == ']') && line.Count(c => c == '{') == line.Count(c => c == '}') && line.Count(c => c == '"') % 2 == 0;
}
