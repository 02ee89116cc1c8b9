using System.Globalization;
using System.Text;
using SesamTalk.Engine.Documents;

namespace SesamTalk.Engine.Tests.Documents;

/// <summary>All that a document says, as a text to compare; where it stands is left out.</summary>
internal static class DocumentDump
{
    public static string Of(DataFlowDocument document)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{document.Source}|{document.Target}|{document.Generated:s}\n");
        foreach (DocumentSection section in document.Sections)
            Append(text, section);
        return text.ToString();
    }

    private static void Append(StringBuilder text, DocumentSection section)
    {
        text.Append(CultureInfo.InvariantCulture, $"# {section.Source}|{section.Target}|{section.TargetSystem}|{section.Opening}|{section.MergesExisting}\n");
        if (section.Connection is { } connection)
            text.Append(CultureInfo.InvariantCulture, $"connected {string.Join('|', connection.Entities)}|{connection.Into}\n");
        text.Append(section.Merge is null ? "no merge table\n" : "merge table\n");
        foreach (MergeRow row in section.Merge ?? [])
            text.Append(CultureInfo.InvariantCulture, $"merge {Cell(row.Source)}|{Cell(row.Target)}\n");
        foreach (PropertyRow row in section.Properties)
            text.Append(CultureInfo.InvariantCulture, $"row {Cell(row.Source)}|{Cell(row.Target)}|{row.DataType}\n");
    }

    private static string Cell(PathCell cell) =>
        $"<{cell.Raw}><{cell.Path}>{string.Concat(cell.Conditions.Select(c => $"<{c.Value}><{c.Path}>"))}";
}
