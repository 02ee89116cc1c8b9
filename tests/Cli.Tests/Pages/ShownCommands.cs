using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SesamTalk.TestKit.Pages;

namespace SesamTalk.Cli.Tests.Pages;

/// <summary>All command lines of <c>sesamtalk</c> that the project's pages show.</summary>
internal static partial class ShownCommands
{
    /// <summary>The generated page, which repeats what others show.</summary>
    public const string Reference = "docs/reference/commands.md";

    /// <summary>What marks a block of command lines.</summary>
    public const string Language = "sh";

    /// <summary>All of them, page by page; the generated reference of the commands is none of their pages.</summary>
    public static ImmutableArray<ShownCommand> All { get; } = [.. ProjectPages.All.Where(page => page.Path != Reference).SelectMany(In)];

    /// <summary>Those in blocks: they are there to be typed.</summary>
    public static IEnumerable<ShownCommand> InBlocks => All.Where(shown => shown.IsInBlock);

    private static IEnumerable<ShownCommand> In(Page page) =>
        Blocks(page).Select(it => (it.Number, it.Text, InBlock: true))
            .Concat(page.Prose.SelectMany(line => Spans(line.Text).Select(span => (line.Number, Text: span, InBlock: false))))
            .OrderBy(it => it.Number)
            .Select(it => (it, Line: ShellLine.Read(it.Text)))
            .Where(it => it.Line?.Arguments is not null)
            .Select(it => new ShownCommand(page.Path, it.it.Number, it.it.Text, it.it.InBlock, it.Line!.Arguments!));

    private static IEnumerable<(int Number, string Text)> Blocks(Page page) =>
        page.Fences.Where(fence => fence.Language == Language).SelectMany(fence => fence.Lines.Select((line, at) => (fence.Line + 1 + at, line)));

    private static IEnumerable<string> Spans(string line) => Span.Matches(line).Select(match => match.Groups[1].Value.Replace("\\|", "|", StringComparison.Ordinal));

    [GeneratedRegex("(?<!`)`([^`]+)`(?!`)")]
    private static partial Regex Span { get; }
}
