using SesamTalk.Engine.Formatting.Layouts;

namespace SesamTalk.Engine.Formatting.Printing;

/// <summary>The first two columns of a property table, in line over all rows that stand on one line.</summary>
internal sealed class TableColumns
{
    // A path beyond this stands out of line, so that it does not push all others away.
    private const int Widest = 48;

    private readonly int _first;
    private readonly int _second;

    /// <param name="table">The table.</param>
    public TableColumns(LayoutCollection table)
    {
        List<LayoutCollection> rows = [.. table.Entries.Select(entry => entry.Value).OfType<LayoutCollection>().Where(row => row is { IsInBrackets: true, Entries.Length: >= 2 })];
        _first = Width(rows.Select(row => LineText.Of(row.Entries[0])));
        _second = Width(rows.Select(row => LineText.Of(row.Entries[1])));
    }

    /// <summary>A row on one line.</summary>
    public string Of(LayoutCollection row)
    {
        if (row.Entries.Length < 2)
        {
            return LineText.Of(row);
        }

        var first = $"{LineText.Of(row.Entries[0])},".PadRight(_first + 1);
        var second = LineText.Of(row.Entries[1]);
        var rest = string.Join(", ", row.Entries.Skip(2).Select(LineText.Of));
        return rest.Length == 0 ? $"{{ {first} {second} }}" : $"{{ {first} {$"{second},".PadRight(_second + 1)} {rest} }}";
    }

    private static int Width(IEnumerable<string> cells) => cells.Select(cell => cell.Length).Where(width => width <= Widest).DefaultIfEmpty().Max();
}
