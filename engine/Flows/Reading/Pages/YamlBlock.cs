using SesamTalk.Engine.Diagnostics;

namespace SesamTalk.Engine.Flows.Reading.Pages;

/// <summary>A block of YAML in a page of Markdown.</summary>
/// <param name="Page">The page.</param>
/// <param name="Information">What stands behind the fence that opens it, without the language.</param>
/// <param name="Fence">The number of the line of that fence.</param>
/// <param name="End">The number of the line of the fence that closes it.</param>
internal sealed record YamlBlock(SourceText Page, string Information, int Fence, int End)
{
    private const string Fragment = "fragment";

    /// <summary>Whether the author says that it is a part of a file only.</summary>
    public bool IsFragment => Information.Split(' ').Contains(Fragment);

    /// <summary>Its first line, by which it may say what it is.</summary>
    public string FirstLine => Page.Line(Fence + 1).Trim();

    /// <summary>The place of the fence that opens it.</summary>
    public Place Place => Page.PlaceOf(Fence, 1, Page.Line(Fence).Length);

    /// <summary>The block as a file of which nothing else is there, so that lines and columns are those of the page.</summary>
    public SourceText Alone => new(
        Page.File,
        new string('\n', Fence) + string.Concat(Enumerable.Range(Fence + 1, End - Fence - 1).Select(line => Page.Line(line) + "\n")));
}
