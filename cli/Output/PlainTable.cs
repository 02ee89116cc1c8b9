using Spectre.Console;

namespace SesamTalk.Cli.Output;

/// <summary>A table of words and numbers, with a line under its head.</summary>
internal sealed class PlainTable
{
    private readonly Table _table = new Table { ShowFooters = false }.Border(TableBorder.Simple);

    public PlainTable(params string[] columns)
    {
        foreach (var column in columns)
        {
            _table.AddColumn(new TableColumn(new Text(column)) { NoWrap = true, Padding = new Padding(0, 0, 2, 0) });
        }
    }

    /// <summary>Adds columns of numbers.</summary>
    public void AddNumbers(params string[] columns)
    {
        foreach (var column in columns)
        {
            _table.AddColumn(new TableColumn(new Text(column)) { Alignment = Justify.Right, Padding = new Padding(0, 0, 2, 0) });
        }
    }

    /// <summary>Adds a row.</summary>
    public void Row(params string[] cells) => _table.AddRow(cells.Select(cell => new Text(cell)));

    /// <summary>Adds a line for totals below the rows.</summary>
    public void Total(params string[] cells)
    {
        _table.ShowFooters = true;
        for (var i = 0; i < cells.Length; i++)
        {
            _table.Columns[i].Footer = new Text(cells[i]);
        }
    }

    /// <summary>Draws it.</summary>
    public void Draw(TextPage page) => page.Draw(_table);
}
