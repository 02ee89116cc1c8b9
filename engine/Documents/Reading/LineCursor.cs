namespace SesamTalk.Engine.Documents;

/// <summary>Walks the lines of a text once, without copying them; knows one line ahead. Lines end in LF or CRLF.</summary>
internal sealed class LineCursor
{
    private readonly string _text;
    private int _start;
    private int _end;
    private int _next;

    public LineCursor(string text)
    {
        _text = text;
        _next = text.StartsWith('\uFEFF') ? 1 : 0;
        MoveNext();
    }

    /// <summary>The number of the line, from 1; one more than there are at the end.</summary>
    public int Line { get; private set; }

    /// <summary>Whether all lines are behind.</summary>
    public bool AtEnd { get; private set; }

    /// <summary>The line without its end.</summary>
    public ReadOnlySpan<char> Text => _text.AsSpan(_start, _end - _start);

    /// <summary>The line without blanks at its end.</summary>
    public ReadOnlySpan<char> Trimmed => Text.TrimEnd(Phrases.Blanks);

    /// <summary>Whether there is nothing on the line.</summary>
    public bool IsBlank => Text.Trim(Phrases.Blanks).IsEmpty;

    /// <summary>The line after this one, without blanks at its end; empty at the end of the text.</summary>
    public ReadOnlySpan<char> Following
    {
        get
        {
            int end = EndOf(_next);
            return _next >= _text.Length ? default : _text.AsSpan(_next, end - _next).TrimEnd("\r \t");
        }
    }

    public void MoveNext()
    {
        AtEnd = _next >= _text.Length;
        Line++;
        _start = Math.Min(_next, _text.Length);
        int end = EndOf(_start);
        _next = end + 1;
        while (end > _start && _text[end - 1] == '\r')
            end--;
        _end = end;
    }

    public void SkipBlankLines()
    {
        while (!AtEnd && IsBlank)
            MoveNext();
    }

    private int EndOf(int start)
    {
        int index = start >= _text.Length ? -1 : _text.IndexOf('\n', start);
        return index < 0 ? _text.Length : index;
    }
}
