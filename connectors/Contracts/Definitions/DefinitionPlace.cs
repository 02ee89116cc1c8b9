namespace SesamTalk.Connectors.Definitions;

/// <summary>A stretch of a definition file. Lines and columns count from 1; the end is behind the last character.</summary>
/// <param name="Line">The line it begins in.</param>
/// <param name="Column">The column it begins at.</param>
/// <param name="EndLine">The line it ends in.</param>
/// <param name="EndColumn">The column behind its last character.</param>
public readonly record struct DefinitionPlace(int Line, int Column, int EndLine, int EndColumn);
