using System.Collections.Immutable;

namespace SesamTalk.Engine.Documents;

/// <summary>Reads the two tables of a section.</summary>
internal sealed class SectionTables(LineCursor lines, FaultList faults)
{
    /// <summary>Reads the table of merging properties.</summary>
    public ImmutableArray<MergeRow> ReadMerge(DocumentSection section)
    {
        ImmutableArray<TableRow> rows = new TableReader(lines, faults).Read(2);
        CheckHead(rows, section);
        return [.. rows.Skip(1).Select(r => new MergeRow(CellReader.Read(r.Cells[0], faults), CellReader.Read(r.Cells[1], faults), r.Line))];
    }

    /// <summary>Reads the property table into the section.</summary>
    public DocumentSection ReadProperties(DocumentSection section)
    {
        ImmutableArray<TableRow> rows = new TableReader(lines, faults).Read(3);
        CheckHead(rows, section);
        ImmutableArray<PropertyRow>.Builder properties = ImmutableArray.CreateBuilder<PropertyRow>(Math.Max(0, rows.Length - 1));
        foreach (TableRow row in rows.AsSpan()[Math.Min(1, rows.Length)..])
            properties.Add(new PropertyRow(Property(row.Cells[0]), Property(row.Cells[1]), row.Cells[2].Text, row.Line));
        return section with { TargetSystem = TypeColumn(rows, section), Properties = properties.DrainToImmutable() };
    }

    private PathCell Property(TableCell cell)
    {
        PathCell read = CellReader.Read(cell, faults);
        if (read.Path.Length == 0)
            faults.Add(DocumentFaults.NoProperty, cell.Line, cell.Column, cell.Column);
        return read;
    }

    private void CheckHead(ImmutableArray<TableRow> rows, DocumentSection section)
    {
        if (rows.IsEmpty)
            return;
        CheckHead(rows[0].Cells[0], section.Source);
        CheckHead(rows[0].Cells[1], section.Target);
    }

    private void CheckHead(TableCell cell, string name)
    {
        if (!Wording.Is(cell.Text.AsSpan().TrimEnd(Phrases.Blanks), name, Phrases.PropertyColumn))
            faults.Add(DocumentFaults.TableHead(name + Phrases.PropertyColumn), cell.Line, cell.Column, cell.Column + cell.Text.Length);
    }

    private string TypeColumn(ImmutableArray<TableRow> rows, DocumentSection section)
    {
        if (rows.IsEmpty)
            return "";
        TableCell cell = rows[0].Cells[2];
        string text = cell.Text.TrimEnd(' ', '\t');
        string system = text.EndsWith(Phrases.TypeColumn, StringComparison.Ordinal) ? text[..^Phrases.TypeColumn.Length] : text;
        if (system.Length == text.Length || !section.Target.StartsWith(system + " ", StringComparison.Ordinal))
            faults.Add(DocumentFaults.TableHead("{system of " + section.Target + "}" + Phrases.TypeColumn), cell.Line, cell.Column, cell.Column + text.Length);
        return system;
    }
}
