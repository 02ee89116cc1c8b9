namespace SesamTalk.Engine.Diagnostics;

/// <summary>A stretch of a source file. Lines and columns count from 1; the end is behind the last character.</summary>
/// <param name="File">The file, as it is shown to a person (relative to the workspace where it lies in it, with forward slashes).</param>
/// <param name="Line">The line it begins in.</param>
/// <param name="Column">The column it begins at.</param>
/// <param name="EndLine">The line it ends in.</param>
/// <param name="EndColumn">The column behind its last character.</param>
public readonly record struct Place(string File, int Line, int Column, int EndLine, int EndColumn)
{
    /// <summary>The place as <c>file:line:column</c>.</summary>
    public override string ToString() => $"{File}:{Line}:{Column}";
}
