using System.Globalization;
using System.Text;
using SesamTalk.Engine.Documents;

namespace SesamTalk.Engine.Tests.Documents;

/// <summary>Prints a document, written from the grammar and not from the reader: its sentences are spelled out here once more.</summary>
internal sealed class DataFlowDocumentWriter(DocumentStyle style)
{
    private readonly StringBuilder _text = new();

    public string Write(DataFlowDocument document)
    {
        string title = $"{document.Source} to {document.Target} Dataflow";
        Lines(new string('=', title.Length), title, new string('=', title.Length), "");
        Lines("Generated: " + document.Generated.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), "");
        Lines(style.Introduction, "------------", "");
        Lines($"This technical document provides a detailed overview of the Sesam Talk data flow from {document.Source} to {document.Target}. "
            + "It serves as a QA checklist for testing purposes and is the intellectual property of Sesam.io AS. The content contains confidential "
            + "information regulated under an NDA agreement, and sharing or distributing it without written permission is prohibited.", "");
        foreach (DocumentSection section in document.Sections)
            Write(section);
        return _text.ToString();
    }

    public static string Cell(string path, IEnumerable<Clause> conditions)
    {
        string clauses = string.Concat(conditions.Select(c => $"Dependant on having {c.Value} in {c.Path}"));
        return clauses.Length == 0 ? path : $"{path} ({clauses})";
    }

    private void Write(DocumentSection section)
    {
        (string s, string t) = (section.Source, section.Target);
        Lines(section.Heading, new string('-', section.Heading.Length), Opening(section), "");
        if (section.MergesExisting)
        {
            Lines($"If a matching {t} already exists, the {s} will be merged with the existing one.");
            Lines($"If no matching {t} is found, a new {t} will be created.", "");
        }
        if (section.Connection is { } connection)
            Lines($"A new {t} will be created from a {s} if it is connected to a {List(connection)} that is synchronized into {connection.Into}.", "");
        WriteMerge(section);
        Lines($"Once a link between a {s} and a {t} is established, it will keep in sync between the two systems, regardless of where it is edited.", "");
        Lines($"The following properties are synchronized between a {s} and a {t}:", "");
        WriteProperties(section);
        Lines("");
    }

    private static string Opening(DocumentSection section) => section.Opening.Kind switch
    {
        OpeningKind.Every => $"Every {section.Source} will be synchronized with a {section.Target}.",
        OpeningKind.Before =>
            $"Before any synchronization can take place, a link between a {section.Source} and a {section.Target} must be established.",
        _ => $"{section.Opening.Text}, it  will be synchronized with a {section.Target}.",
    };

    private static string List(Connection connection) => connection.Entities.Length == 1
        ? connection.Entities[0]
        : string.Join(", ", connection.Entities[..^1]) + ", or " + connection.Entities[^1];

    private void WriteMerge(DocumentSection section)
    {
        if (section.Merge is not { } rows)
            return;
        Lines($"A {section.Source} will merge with a {section.Target} if one of the following property combinations match:", "");
        Lines(".. list-table::", "   :header-rows: 1", "");
        Cells("     - ", section.Source + " Property", section.Target + " Property");
        foreach (MergeRow row in rows)
            Cells("     - ", row.Source.Raw, row.Target.Raw);
        Lines("");
    }

    private void WriteProperties(DocumentSection section)
    {
        Lines(".. list-table::", "   :header-rows: 1", "");
        Cells("     - ", section.Source + " Property", section.Target + " Property", section.TargetSystem + " Data Type");
        foreach (PropertyRow row in section.Properties)
            Cells(style.TypeCell, row.Source.Raw, row.Target.Raw, row.DataType);
        Lines("");
    }

    private void Cells(string third, params ReadOnlySpan<string> cells)
    {
        for (int i = 0; i < cells.Length; i++)
        {
            string start = i switch { 0 => "   * - ", 1 => "     - ", _ => third };
            Lines(style.TightBlanks && cells[i].Length == 0 ? start.TrimEnd() : start + cells[i]);
        }
    }

    private void Lines(params ReadOnlySpan<string> lines)
    {
        foreach (string line in lines)
            _text.Append(line).Append(style.LineEnd);
    }
}
