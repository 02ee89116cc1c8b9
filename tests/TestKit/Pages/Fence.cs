namespace SesamTalk.TestKit.Pages;

/// <summary>A block of a page between two fences.</summary>
/// <param name="Page">The page, from the root of the repository.</param>
/// <param name="Line">The number of the line of the fence that opens it.</param>
/// <param name="Language">The first word behind that fence; empty where there is none.</param>
/// <param name="Information">What stands behind the language.</param>
/// <param name="Text">What the block holds; each of its lines ends with a line feed.</param>
public sealed record Fence(string Page, int Line, string Language, string Information, string Text)
{
    /// <summary>Its lines.</summary>
    public IReadOnlyList<string> Lines => Text.TrimEnd('\n').Split('\n');

    /// <inheritdoc/>
    public override string ToString() => $"{Page}:{Line}";
}
