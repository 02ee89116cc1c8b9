using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace SesamTalk.Engine.Documents;

/// <summary>Writes a data-flow document.</summary>
internal sealed class DocumentWriter
{
    private readonly StringBuilder _text = new();
    private readonly DocumentLayout _layout;
    private readonly string _lineEnd;

    private DocumentWriter(DocumentLayout layout)
    {
        _layout = layout;
        _lineEnd = layout.HasCarriageReturns ? "\r\n" : "\n";
    }

    /// <summary>The text of a document.</summary>
    public static string Write(DataFlowDocument document, DocumentLayout layout)
    {
        DocumentWriter writer = new(layout);
        writer.WritePreamble(document);
        foreach (DocumentSection section in document.Sections)
            writer.Write(section);
        return writer.Ended();
    }

    private void WritePreamble(DataFlowDocument document)
    {
        string title = document.Title + Phrases.TitleEnd;
        string line = new('=', _layout.CountsLetters ? new StringInfo(title).LengthInTextElements : title.Length);
        string heading = _layout.HasStop ? Phrases.Introduction + "." : Phrases.Introduction;
        Lines(line, title, line, "");
        Lines(Phrases.Generated + document.Generated.ToString(Phrases.GeneratedFormat, CultureInfo.InvariantCulture), "");
        Lines(heading, new string('-', Phrases.Introduction.Length), "");
        Lines(Phrases.IntroductionStart + document.Title + Phrases.IntroductionEnd);
    }

    private void Write(DocumentSection section)
    {
        (string s, string t) = (section.Source, section.Target);
        Lines("", section.Heading, new string('-', section.Heading.Length), OpeningOf(section), "");
        if (section.MergesExisting)
        {
            Lines(Phrases.MatchStart + t + Phrases.MatchMiddle + s + Phrases.MatchEnd);
            Lines(Phrases.NoMatchStart + t + Phrases.NoMatchMiddle + t + Phrases.NoMatchEnd, "");
        }
        if (section.Connection is { } connection)
            Lines(Phrases.ConnectionStart + t + Phrases.ConnectionMiddle + s + Phrases.ConnectionCondition + List(connection.Entities) + Phrases.ConnectionInto + connection.Into + ".", "");
        WriteMerge(section);
        Lines(Phrases.OnceStart + s + Phrases.And + t + Phrases.OnceEnd, "");
        Lines(Phrases.FollowingStart + s + Phrases.And + t + ":", "");
        WriteProperties(section);
        Lines("");
    }

    private static string OpeningOf(DocumentSection section) => section.Opening.Kind switch
    {
        OpeningKind.Every => Phrases.Every + section.Source + Phrases.WillBe + section.Target + ".",
        OpeningKind.Before => Phrases.Before + section.Source + Phrases.And + section.Target + Phrases.MustBe,
        _ => section.Opening.Text + Phrases.InWords + section.Target + ".",
    };

    private static string List(ImmutableArray<string> entities) => entities.Length == 1
        ? entities[0]
        : string.Join(Phrases.ConnectionNext, entities[..^1]) + Phrases.ConnectionLast + entities[^1];

    private void WriteMerge(DocumentSection section)
    {
        if (section.Merge is not { } rows)
            return;
        Lines(Phrases.MergeStart + section.Source + Phrases.MergeMiddle + section.Target + Phrases.MergeEnd, "");
        WriteHead(section);
        foreach (MergeRow row in rows)
            WriteCells(row.Source.Raw, row.Target.Raw);
        Lines("");
    }

    private void WriteProperties(DocumentSection section)
    {
        WriteHead(section);
        WriteCell(_layout.TypeHead, section.TargetSystem + Phrases.TypeColumn);
        foreach (PropertyRow row in section.Properties)
        {
            WriteCells(row.Source.Raw, row.Target.Raw);
            WriteCell(_layout.TypeCell, row.DataType);
        }
    }

    private void WriteHead(DocumentSection section)
    {
        Lines(Phrases.Table, Phrases.TableHead, "");
        WriteCells(section.Source + Phrases.PropertyColumn, section.Target + Phrases.PropertyColumn);
    }

    private void WriteCells(string source, string target)
    {
        WriteCell(Phrases.RowStart + " ", source);
        WriteCell(Phrases.CellStart + " ", target);
    }

    private void WriteCell(string start, string text) =>
        Lines((_layout.HasTightBlanks && text.Length == 0 ? start.TrimEnd(' ') : start + text).Replace("\n", _lineEnd, StringComparison.Ordinal));

    private void Lines(params ReadOnlySpan<string> lines)
    {
        foreach (string line in lines)
            _text.Append(line).Append(_lineEnd);
    }

    private string Ended()
    {
        int end = _text.Length;
        while (end > 0 && _text[end - 1] is '\r' or '\n')
            end--;
        _text.Length = end;
        for (int i = 0; i < _layout.LineEndsAtEnd; i++)
            _text.Append(_lineEnd);
        return _layout.HasMark ? "\uFEFF" + _text : _text.ToString();
    }
}
