using System.Collections.Immutable;

namespace SesamTalk.Engine.Documents;

/// <summary>A row of a table before its meaning is looked at.</summary>
/// <param name="Cells">The cells.</param>
/// <param name="Line">The line of the first cell, from 1.</param>
internal sealed record TableRow(ImmutableArray<TableCell> Cells, int Line);

/// <summary>A cell of a table, word for word.</summary>
/// <param name="Text">What stands in it.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Column">Its column, from 0.</param>
internal readonly record struct TableCell(string Text, int Line, int Column);
