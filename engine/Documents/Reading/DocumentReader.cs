using System.Collections.Immutable;

namespace SesamTalk.Engine.Documents;

/// <summary>Reads a data-flow document in one pass, and goes on behind a fault wherever the next part can be recognised.</summary>
internal sealed class DocumentReader
{
    private readonly LineCursor _lines;
    private readonly FaultList _faults;

    private DocumentReader(string text, string file)
    {
        _lines = new LineCursor(text);
        _faults = new FaultList(file);
    }

    /// <summary>Reads a document.</summary>
    /// <param name="text">The document.</param>
    /// <param name="file">Its name, for the places of faults.</param>
    public static ReadDocument Read(string text, string file)
    {
        DocumentReader reader = new(text, file);
        DataFlowDocument? document = reader.Read();
        return new ReadDocument(reader._faults.IsEmpty ? document : null, reader._faults.Sorted);
    }

    private DataFlowDocument? Read()
    {
        PreambleReader preamble = new(_lines, _faults);
        if (!preamble.TryReadTitle(out string source, out string target))
            return null;
        DateTime generated = preamble.ReadGenerated();
        preamble.ReadIntroduction(source, target);
        return new DataFlowDocument(source, target, generated, ReadSections(target));
    }

    private ImmutableArray<DocumentSection> ReadSections(string target)
    {
        ImmutableArray<DocumentSection>.Builder sections = ImmutableArray.CreateBuilder<DocumentSection>();
        for (_lines.SkipBlankLines(); !_lines.AtEnd; _lines.SkipBlankLines())
        {
            if (Headings.Begins(_lines))
                sections.Add(new SectionReader(_lines, _faults, target).Read());
            else
                Headings.SkipStray(_lines, _faults);
        }
        return sections.ToImmutable();
    }
}
