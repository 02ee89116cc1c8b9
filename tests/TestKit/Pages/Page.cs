using System.Text.RegularExpressions;

namespace SesamTalk.TestKit.Pages;

/// <summary>A page of Markdown, apart into its blocks and what stands between them.</summary>
/// <remarks>Source: CommonMark 0.31, section 4.5, "Fenced code blocks".</remarks>
public sealed partial class Page
{
    private readonly List<Fence> _fences = [];
    private readonly List<(int Number, string Text)> _prose = [];

    /// <summary>Takes a page apart.</summary>
    /// <param name="path">Where it is, from the root of the repository.</param>
    /// <param name="text">What it says.</param>
    public Page(string path, string text)
    {
        Path = path;
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var at = 0; at < lines.Length; at++)
        {
            at = Opening.Match(lines[at]) is { Success: true } opening ? Take(lines, at, opening) : Pass(lines, at);
        }
    }

    /// <summary>Where it is, from the root of the repository, with forward slashes.</summary>
    public string Path { get; }

    /// <summary>Its blocks between fences, in order.</summary>
    public IReadOnlyList<Fence> Fences => _fences;

    /// <summary>The lines outside of blocks, with their numbers.</summary>
    public IReadOnlyList<(int Number, string Text)> Prose => _prose;

    /// <summary>Reads a page of the repository.</summary>
    /// <param name="path">Where it is, from the root.</param>
    public static Page Read(string path) => new(path, File.ReadAllText(System.IO.Path.Combine(Repository.Root, path)));

    /// <inheritdoc/>
    public override string ToString() => Path;

    private int Take(string[] lines, int at, Match opening)
    {
        var fence = opening.Groups["fence"].Value;
        var end = at + 1;
        while (end < lines.Length && !IsClosing(lines[end].Trim(), fence))
            end++;
        var text = string.Concat(lines[(at + 1)..end].Select(line => line + "\n"));
        _fences.Add(new Fence(Path, at + 1, opening.Groups["language"].Value, opening.Groups["rest"].Value.Trim(), text));
        return end;
    }

    private int Pass(string[] lines, int at)
    {
        _prose.Add((at + 1, lines[at]));
        return at;
    }

    private static bool IsClosing(string line, string fence) => line.Length >= fence.Length && line.All(c => c == fence[0]);

    [GeneratedRegex(@"^\s*(?:[-*+>]\s+)*(?<fence>`{3,}|~{3,})\s*(?<language>[^\s`]*)(?<rest>[^`]*)$")]
    private static partial Regex Opening { get; }
}
