using Spectre.Console;

namespace SesamTalk.Cli.Output;

/// <summary>A table of words and numbers. On a page that is too narrow for it, a paragraph a row.</summary>
internal sealed class PlainTable
{
    private readonly Table _table = new Table { ShowFooters = false }.Border(TableBorder.Simple);
    private readonly List<string> _titles = [];
    private readonly List<string[]> _rows = [];

    public PlainTable(params string[] columns) => Add(columns, Justify.Left);

    /// <summary>Adds columns of numbers.</summary>
    public void AddNumbers(params string[] columns) => Add(columns, Justify.Right);

    /// <summary>Adds a row.</summary>
    public void Row(params string[] cells)
    {
        _rows.Add(cells);
        _table.AddRow(cells.Select(cell => new Text(cell)));
    }

    /// <summary>Adds a line for totals below the rows.</summary>
    public void Total(params string[] cells)
    {
        _rows.Add(cells);
        _table.ShowFooters = true;
        for (var i = 0; i < cells.Length; i++)
        {
            _table.Columns[i].Footer = new Text(cells[i]);
        }
    }

    /// <summary>Draws it.</summary>
    public void Draw(TextPage page)
    {
        if (!page.TryDraw(_table))
        {
            _rows.ForEach(row => Draw(page, row));
        }
    }

    private void Draw(TextPage page, string[] row)
    {
        page.Line(row[0]);
        var line = string.Empty;
        foreach (var part in row.Skip(1).Select((cell, i) => (cell, title: _titles[i + 1])).Where(it => it.cell is not ("0" or "")).Select(it => $"{it.title} {it.cell}"))
        {
            if (line.Length > 0 && line.Length + part.Length + 4 > page.Width)
            {
                page.Line($"  {line},");
                line = string.Empty;
            }

            line = line.Length == 0 ? part : $"{line}, {part}";
        }

        page.Line($"  {line}");
    }

    private void Add(string[] columns, Justify alignment)
    {
        _titles.AddRange(columns);
        foreach (var column in columns)
        {
            _table.AddColumn(new TableColumn(new Text(column)) { Alignment = alignment, NoWrap = true, Padding = new Padding(0, 0, 2, 0) });
        }
    }
}
