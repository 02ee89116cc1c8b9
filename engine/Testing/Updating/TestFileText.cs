using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Flows.Reading.Yaml;

namespace SesamTalk.Engine.Testing.Updating;

/// <summary>The text of a test file, with corrections put in place: all else stays as it is, comments included.</summary>
internal sealed class TestFileText
{
    private readonly string _text;
    private readonly int[] _lines;

    /// <param name="text">What the file holds.</param>
    public TestFileText(string text)
    {
        _text = text;
        _lines = [0, .. Enumerable.Range(0, text.Length).Where(at => EndsLine(text, at)).Select(at => at + 1)];
    }

    /// <summary>The text with corrections; of two that touch each other the first in the file is done, and the other left for another time.</summary>
    public string With(IEnumerable<Correction> corrections)
    {
        var text = _text;
        foreach (var splice in Apart(corrections.Select(SpliceOf).OfType<Splice>()).OrderByDescending(splice => splice.Begin))
        {
            text = text[..splice.Begin] + splice.Text + text[splice.End..];
        }

        return text;
    }

    private static List<Splice> Apart(IEnumerable<Splice> splices)
    {
        var apart = new List<Splice>();
        foreach (var splice in splices.Distinct().OrderBy(splice => splice.Begin).ThenByDescending(splice => splice.End))
        {
            if (apart.Count == 0 || (splice.Begin > apart[^1].Begin && splice.Begin >= apart[^1].End))
            {
                apart.Add(splice);
            }
        }

        return apart;
    }

    private Splice? SpliceOf(Correction correction) => correction switch
    {
        Correction.Replace replace => Replace(replace.Place, replace.Text),
        Correction.Set { Text: { } text } set when set.Mapping[set.Key] is { } value => Replace(value.Place, text),
        Correction.Set { Text: { } text } set => Add(set.Mapping, $"{set.Key}: {text}"),
        Correction.Set set => Remove(set.Mapping, set.Key),
        _ => null,
    };

    // A list in lines of its own may stand as far to the left as its key; what stands in brackets may not. An empty value stands right behind its colon.
    private Splice Replace(Place place, string text)
    {
        var begin = Begin(place);
        var lead = begin + 1 < _text.Length && _text[begin] == '-' && char.IsWhiteSpace(_text[begin + 1]) ? "  " : begin == End(place) ? " " : string.Empty;
        return new Splice(begin, End(place), lead + text);
    }

    private Splice Add(MappingNode mapping, string entry)
    {
        var behind = End(mapping.Entries[^1].Value.Place);
        if (_text[Begin(mapping.Place)] == '{')
        {
            return new Splice(behind, behind, $", {entry}");
        }

        var line = EndOfLine(behind);
        return new Splice(line, line, $"{LineBreak}{new string(' ', mapping.Place.Column - 1)}{entry}");
    }

    // What is left must be something: the only key of a mapping stays.
    private Splice? Remove(MappingNode mapping, string key)
    {
        var place = mapping.Entries.ToList().FindIndex(entry => entry.Key.Text == key);
        if (place < 0 || mapping.Entries.Length == 1)
        {
            return null;
        }

        var entry = mapping.Entries[place];
        var (begin, end) = (Begin(entry.Key.Place), End(entry.Value.Place));
        return _text[Begin(mapping.Place)] != '{' ? new Splice(StartOfLine(begin), Math.Min(_text.Length, EndOfLine(end) + LineBreak.Length), string.Empty)
            : place == 0 ? new Splice(begin, Begin(mapping.Entries[1].Key.Place), string.Empty)
            : new Splice(End(mapping.Entries[place - 1].Value.Place), end, string.Empty);
    }

    // Places count lines as YAML does, which knows more ends of lines than editors do.
    private static bool EndsLine(string text, int at) =>
        text[at] is '\n' or '\u0085' or '\u2028' or '\u2029' || (text[at] == '\r' && (at + 1 == text.Length || text[at + 1] != '\n'));

    private string LineBreak => _text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

    private int Begin(Place place) => _lines[place.Line - 1] + place.Column - 1;

    private int End(Place place) => _lines[place.EndLine - 1] + place.EndColumn - 1;

    private int StartOfLine(int at) => _text.LastIndexOf('\n', Math.Max(0, at - 1)) + 1;

    private int EndOfLine(int at)
    {
        var end = _text.IndexOf('\n', at);
        return end < 0 ? _text.Length : end > 0 && _text[end - 1] == '\r' ? end - 1 : end;
    }

    private sealed record Splice(int Begin, int End, string Text);
}
