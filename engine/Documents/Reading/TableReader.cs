using System.Collections.Immutable;

namespace SesamTalk.Engine.Documents;

/// <summary>Reads a list-table as rows of cells.</summary>
internal sealed class TableReader(LineCursor lines, FaultList faults)
{
    /// <summary>Reads the table that the cursor stands before: its head and its rows, each of <paramref name="columns"/> cells.</summary>
    public ImmutableArray<TableRow> Read(int columns)
    {
        lines.SkipBlankLines();
        if (!ReadDirective())
            return [];
        ImmutableArray<TableRow>.Builder rows = ImmutableArray.CreateBuilder<TableRow>();
        for (lines.SkipBlankLines(); !lines.AtEnd && IsIndented(); lines.SkipBlankLines())
            ReadRowOrSkip(columns, rows);
        if (rows.Count == 0)
            faults.Add(DocumentFaults.NoRow, lines);
        return rows.ToImmutable();
    }

    private bool IsIndented() => lines.Text[0] is ' ' or '\t';

    private void ReadRowOrSkip(int columns, ImmutableArray<TableRow>.Builder rows)
    {
        if (lines.Text.StartsWith(Phrases.RowStart))
            ReadRow(columns, rows);
        else
            SkipNoRow();
    }

    private void SkipNoRow()
    {
        faults.Add(DocumentFaults.NoRow, lines);
        do
            lines.MoveNext();
        while (!lines.AtEnd && !lines.IsBlank && IsIndented() && !lines.Text.StartsWith(Phrases.RowStart));
    }

    private bool ReadDirective()
    {
        if (!Wording.Is(lines.Trimmed, Phrases.Table))
        {
            faults.Add(DocumentFaults.NoTable, lines);
            return false;
        }
        lines.MoveNext();
        if (Wording.Is(lines.Trimmed, Phrases.TableHead))
            lines.MoveNext();
        else
            faults.Add(DocumentFaults.NoTable, lines);
        return true;
    }

    private void ReadRow(int columns, ImmutableArray<TableRow>.Builder rows)
    {
        int line = lines.Line;
        int width = lines.Trimmed.Length;
        TableCell[] cells = new TableCell[columns];
        int count = 0;
        if (TryCell(Phrases.RowStart, out cells[0]))
            count++;
        while (count > 0 && count < columns && TryCell(Phrases.CellStart, out cells[count]))
            count++;
        count = ReadMargin(cells, count);
        if (count == columns && !HasMore())
            rows.Add(new TableRow([.. cells], line));
        else
            faults.Add(DocumentFaults.Cells(count + SkipRest(count), columns), line, 0, width);
    }

    private bool TryCell(string start, out TableCell cell)
    {
        cell = default;
        ReadOnlySpan<char> text = lines.Text;
        // A blank cell may have lost the blank after its sign.
        if (lines.AtEnd || !text.StartsWith(start) || (text.Length > start.Length && text[start.Length] != ' '))
            return false;
        int column = Math.Min(text.Length, start.Length + 1);
        cell = new TableCell(text[column..].ToString(), lines.Line, column);
        lines.MoveNext();
        return true;
    }

    // One generation of documents puts the cell of the type on a line of its own, at the margin.
    private int ReadMargin(TableCell[] cells, int count)
    {
        bool waits = cells.Length == 3 && (count == 2 || (count == 3 && string.IsNullOrWhiteSpace(cells[2].Text)));
        if (!waits || lines.AtEnd || lines.IsBlank || lines.Text[0] is ' ' or '\t' || Headings.Begins(lines))
            return count;
        int column = lines.Text.StartsWith("- ") ? 2 : 0;
        cells[2] = new TableCell(lines.Text[column..].ToString(), lines.Line, column);
        lines.MoveNext();
        return 3;
    }

    private bool HasMore() => !lines.AtEnd && lines.Text.StartsWith(Phrases.CellStart);

    private int SkipRest(int count)
    {
        if (count == 0)
            lines.MoveNext();
        int more = 0;
        for (; HasMore(); lines.MoveNext())
            more++;
        return more;
    }
}
