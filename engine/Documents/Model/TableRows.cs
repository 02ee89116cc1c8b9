namespace SesamTalk.Engine.Documents;

/// <summary>A pair of properties by which two records are recognised as the same.</summary>
/// <param name="Source">The source's cell; its path may be empty.</param>
/// <param name="Target">The target's cell; its path may be empty.</param>
/// <param name="Line">Its line, from 1.</param>
internal sealed record MergeRow(PathCell Source, PathCell Target, int Line);

/// <summary>A row of the property table.</summary>
/// <param name="Source">The source's cell.</param>
/// <param name="Target">The target's cell.</param>
/// <param name="DataType">The cell of the type, word for word.</param>
/// <param name="Line">Its line, from 1.</param>
internal sealed record PropertyRow(PathCell Source, PathCell Target, string DataType, int Line);
