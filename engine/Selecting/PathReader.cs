namespace SesamTalk.Engine.Selecting;

/// <summary>
/// Reads paths: <c>list[name=value].property</c>. A value with brackets, quotes or outer blanks stands in quotes of either kind; a
/// quote within is doubled.
/// </summary>
internal ref struct PathReader
{
    private readonly string _text;
    private int _at;
    private PathFault? _fault;

    private PathReader(string text) => _text = text;

    /// <summary>Reads a path.</summary>
    public static PathReading Read(string text)
    {
        if (text.AsSpan().IndexOfAny('[', ']') < 0)
        {
            return default;
        }

        var reader = new PathReader(text);
        var path = reader.Path();
        return reader._fault is { } fault ? new PathReading(null, fault) : new PathReading(path, null);
    }

    private SelectingPath Path()
    {
        var list = Until("[]", "the name of a list");
        Expect('[', "a selector begins with '['");
        var discriminator = Until("=]", "the name of a property of the elements");
        Expect('=', "a selector is written '[NAME=VALUE]'");
        var wanted = Wanted();
        Expect(']', "the selector has no end: ']' is missing");
        Expect('.', "a selector is followed by '.' and a property of the element");
        var property = Until("[]", "a property of the element");
        if (_at < _text.Length)
        {
            Fail("elements have no lists of elements of their own, so that a path has one selector at most");
        }

        return new SelectingPath(list, discriminator, wanted, property);
    }

    private string Wanted()
    {
        SkipBlanks();
        return _at < _text.Length && _text[_at] is '\'' or '"' ? Quoted(_text[_at]) : Until("]", "a value");
    }

    private string Quoted(char quote)
    {
        var begin = _at++;
        var value = new System.Text.StringBuilder();
        for (; _at < _text.Length; _at++)
        {
            if (_text[_at] != quote)
            {
                value.Append(_text[_at]);
            }
            else if (_at + 1 < _text.Length && _text[_at + 1] == quote)
            {
                value.Append(_text[_at++]);
            }
            else
            {
                _at++;
                SkipBlanks();
                return value.ToString();
            }
        }

        _at = begin;
        Fail("the quotes have no end");
        return string.Empty;
    }

    private string Until(string ends, string what)
    {
        var begin = _at;
        while (_at < _text.Length && !ends.Contains(_text[_at], StringComparison.Ordinal))
        {
            _at++;
        }

        var part = _text[begin.._at].Trim();
        if (part.Length == 0)
        {
            _at = begin;
            Fail($"{what} is missing");
        }

        return part;
    }

    private void Expect(char sign, string message)
    {
        if (_fault is null && (_at == _text.Length || _text[_at] != sign))
        {
            Fail(message);
        }

        _at = Math.Min(_at + 1, _text.Length);
    }

    private void SkipBlanks()
    {
        while (_at < _text.Length && _text[_at] == ' ')
        {
            _at++;
        }
    }

    // The first is told: the others follow from it.
    private void Fail(string message) => _fault ??= new PathFault(_at, message);
}
