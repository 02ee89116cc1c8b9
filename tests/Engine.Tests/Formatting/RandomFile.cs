using System.Text;

namespace SesamTalk.Engine.Tests.Formatting;

/// <summary>Makes a YAML file at random, as untidy as the language permits: all forms of values, comments and empty lines everywhere, any indentation.</summary>
/// <param name="seed">The seed; it makes the same file always.</param>
internal sealed class RandomFile(int seed)
{
    // The first cannot stand in brackets without quotes.
    private static readonly string[] Values =
    [
        "${env:HOME}", "plain", "two words", "NO", "010", "12", "-3.5", "true", "null", "\"quoted\"", "'single'", "\"a # b\"", "'it''s'", "\"tab\\t\"", "http://host/path", "a#b", "\"- x\"", "x:y", "\"\"", "2026-03-02",
    ];

    private readonly Random _random = new(seed);
    private readonly StringBuilder _text = new();
    private int _names;
    private int _comments;

    /// <summary>The file.</summary>
    public string Text()
    {
        if (Chance(4))
        {
            Trivia(0);
        }

        Mapping(0, 3);
        Trivia(0);
        return Chance(4) ? _text.ToString().TrimEnd() : _text.ToString();
    }

    private void Mapping(int indentation, int depth)
    {
        for (var i = _random.Next(1, 5); i > 0; i--)
        {
            Trivia(indentation);
            _text.Append(' ', indentation);
            Entry(indentation, depth);
        }
    }

    private void Entry(int indentation, int depth)
    {
        _text.Append(Key()).Append(':');
        Value(indentation, depth, isItem: false);
    }

    private void List(int indentation, int depth)
    {
        for (var i = _random.Next(1, 5); i > 0; i--)
        {
            Trivia(indentation);
            _text.Append(' ', indentation).Append('-');
            if (depth > 0 && Chance(3))
            {
                var inner = _random.Next(1, 4);
                _text.Append(' ', inner);
                Entry(indentation + 1 + inner, depth - 1);
                if (Chance(2))
                {
                    Mapping(indentation + 1 + inner, depth - 1);
                }
            }
            else
            {
                Value(indentation, depth, isItem: true);
            }
        }
    }

    private void Value(int indentation, int depth, bool isItem)
    {
        var deeper = indentation + _random.Next(1, 4);
        switch (depth == 0 ? _random.Next(4) : _random.Next(9))
        {
            case 0 or 1:
                _text.Append(' ').Append(Pick(Values));
                EndOfLine();
                break;
            case 2:
                Brackets(' ', 2, deeper);
                EndOfLine();
                break;
            case 3:
                Lines(deeper);
                break;
            case 4:
                EndOfLine();
                break;
            case 5 or 6:
                EndOfLine();
                Mapping(deeper, depth - 1);
                break;
            default:
                EndOfLine();
                List(isItem || Chance(2) ? deeper : indentation, depth - 1);
                break;
        }
    }

    private void Lines(int indentation)
    {
        switch (_random.Next(4))
        {
            case 0:
                Text(Pick(["|", ">", "|-", ">-"]), indentation, Chance(3) ? "  inner" : "inner");
                break;
            case 1:
                Text("|+", indentation, "inner");
                _text.Append('\n');
                break;
            case 2:
                _text.Append(" goes on\n").Append(' ', indentation).Append(Chance(2) ? "here\n\n" : "here\n").Append(' ', indentation).Append("and here");
                EndOfLine();
                break;
            default:
                _text.Append(" \"goes on\n").Append(' ', indentation).Append("# in 'quotes'\"");
                EndOfLine();
                break;
        }
    }

    private void Text(string sign, int indentation, string inner)
    {
        _text.Append(' ').Append(sign);
        EndOfLine();
        _text.Append(' ', indentation).Append("first # no comment\n");
        _text.Append(Chance(2) ? "\n" : string.Empty).Append(' ', indentation).Append(inner).Append('\n');
    }

    private void Brackets(char lead, int depth, int indentation)
    {
        var isMapping = Chance(2);
        var hasLines = Chance(4);
        _text.Append(lead).Append(isMapping ? '{' : '[');
        for (var i = _random.Next(4); i > 0; i--)
        {
            Gap(hasLines, indentation);
            _text.Append(isMapping ? $"{Key()}: " : string.Empty);
            if (depth > 0 && Chance(3))
            {
                Brackets(' ', depth - 1, indentation);
            }
            else
            {
                _text.Append(Pick(Values[1..]));
            }

            Gap(hasLines && Chance(4), indentation);
            _text.Append(i > 1 ? "," : string.Empty);
        }

        Gap(hasLines, indentation);
        _text.Append(isMapping ? '}' : ']');
    }

    private void Gap(bool hasLines, int indentation)
    {
        if (!hasLines || Chance(2))
        {
            _text.Append(' ', _random.Next(1, 3));
            return;
        }

        EndOfLine();
        if (Chance(3))
        {
            _text.Append(' ', indentation).Append(Comment()).Append('\n');
        }

        _text.Append(' ', indentation);
    }

    private void EndOfLine()
    {
        if (Chance(4))
        {
            _text.Append(' ', _random.Next(1, 6)).Append(Comment());
        }

        _text.Append(Chance(9) ? "  \n" : "\n");
    }

    private void Trivia(int indentation)
    {
        while (Chance(4))
        {
            _text.Append(Chance(2) ? "\n" : $"{new string(' ', Chance(2) ? indentation : _random.Next(9))}{Comment()}\n");
        }
    }

    private string Key() => $"{Pick(["key", "k_", "\"quoted "])}{_names++}" is var key && key[0] == '"' ? key + "\"" : key;

    private string Comment() => $"#{Pick(["", " ", "  "])}comment {_comments++}";

    private bool Chance(int of) => _random.Next(of) == 0;

    private T Pick<T>(T[] all) => all[_random.Next(all.Length)];
}
