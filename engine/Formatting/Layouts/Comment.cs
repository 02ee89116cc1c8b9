namespace SesamTalk.Engine.Formatting.Layouts;

/// <summary>A comment of a YAML file.</summary>
/// <param name="Text">What it says, from <c>#</c> on, without blanks at its end.</param>
/// <param name="At">Where it begins, as an index of the text.</param>
/// <param name="Line">Its line, from 0.</param>
/// <param name="Column">Its column, from 0.</param>
internal sealed record Comment(string Text, int At, int Line, int Column)
{
    /// <summary>Whether something stands before it on its line.</summary>
    public bool IsBehind { get; init; }

    /// <summary>Whether an empty line stands before it.</summary>
    public bool IsApart { get; init; }
}
