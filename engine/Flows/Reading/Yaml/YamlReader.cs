using System.Collections.Immutable;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SesamTalk.Engine.Flows.Reading.Yaml;

/// <summary>
/// Reads a YAML file into nodes with places. It works on the parser's events, not on its document model: the model merges,
/// overwrites and resolves before anybody can say where something stood.
/// </summary>
internal sealed class YamlReader
{
    /// <summary>Deeper files are no flow files, and the depth of the reader's own calls must end somewhere.</summary>
    private const int DeepestLevel = 32;

    private readonly SourceText _source;
    private readonly ICollection<Diagnostic> _faults;
    private readonly Parser _parser;
    private readonly Stack<ParsingEvent> _open = new();
    private Mark _last = new(0, 1, 1);

    private YamlReader(SourceText source, ICollection<Diagnostic> faults)
    {
        _source = source;
        _faults = faults;
        _parser = new Parser(new Scanner(new StringReader(source.Text)));
    }

    /// <summary>The root of the file's only document, or <see langword="null"/> where it cannot be accepted; the faults say why.</summary>
    public static SourceNode? Read(SourceText source, ICollection<Diagnostic> faults)
    {
        var before = faults.Count;
        var root = new YamlReader(source, faults).ReadGuarded();
        return faults.Count == before ? root : null;
    }

    private SourceNode? ReadGuarded()
    {
        try
        {
            return ReadFile();
        }
        catch (YamlException trouble)
        {
            _faults.Add(YamlTrouble.Explain(_source, trouble, InnermostBracket()));
        }
        catch (InvalidOperationException)
        {
            // So the parser falls over a block that begins inside an unclosed bracket, and now and then over something else; it
            // says nothing of the place. The bracket is known, or else what was read last.
            _faults.Add(InnermostBracket() is { } bracket
                ? YamlTrouble.Unclosed(_source, bracket)
                : LineTrouble.Explain(_source, (int)_last.Line, (int)_last.Column));
        }
        catch (TooDeepException tooDeep)
        {
            _faults.Add(YamlFaults.TooDeep(PlaceAt(tooDeep.Mark, 1), DeepestLevel));
        }

        return null;
    }

    private SourceNode? ReadFile()
    {
        Advance();
        if (Advance() is not DocumentStart)
        {
            _faults.Add(YamlFaults.NothingThere(_source.PlaceOf(1, 1, 1)));
            return null;
        }

        Advance();
        var root = ReadNode(0);
        Advance();
        if (Advance() is DocumentStart second)
        {
            _faults.Add(YamlFaults.SeveralDocuments(PlaceAt(second.Start, 3)));
        }

        return root;
    }

    private ParsingEvent Advance()
    {
        if (!_parser.MoveNext() || _parser.Current is not { } current)
        {
            throw new InvalidOperationException("The parser ended before the file did.");
        }

        _last = current.End;
        return current;
    }

    private SourceNode ReadNode(int level)
    {
        var current = _parser.Current!;
        if (level > DeepestLevel)
        {
            throw new TooDeepException(current.Start);
        }

        Refuse(current);
        return current switch
        {
            MappingStart start => ReadMapping(start, level),
            SequenceStart start => ReadList(start, level),
            Scalar scalar => ReadScalar(scalar),
            _ => new ScalarNode(PlaceOf(current), string.Empty, false),
        };
    }

    private void Refuse(ParsingEvent current)
    {
        if (current is AnchorAlias || current is NodeEvent { Anchor.IsEmpty: false })
        {
            _faults.Add(YamlFaults.Anchor(PlaceOfWord(current.Start)));
        }
        else if (current is NodeEvent { Tag.IsEmpty: false })
        {
            _faults.Add(YamlFaults.Tag(PlaceOfWord(current.Start), WordAt(current.Start)));
        }
    }

    private MappingNode ReadMapping(MappingStart start, int level)
    {
        _open.Push(start);
        var entries = ImmutableArray.CreateBuilder<MappingEntry>();
        var keys = new Dictionary<string, ScalarNode>(StringComparer.Ordinal);
        while (Advance() is not MappingEnd)
        {
            var key = ReadKey(level);
            Advance();
            var value = ReadNode(level + 1);
            if (key is not null && IsNew(key, keys))
            {
                entries.Add(new MappingEntry(key, value));
            }
        }

        _open.Pop();
        var last = entries.Count == 0 ? start.End : EndOf(entries[^1].Value);
        return new MappingNode(PlaceOf(start, start.Style == MappingStyle.Flow, last), entries.ToImmutable());
    }

    private ScalarNode? ReadKey(int level)
    {
        var before = _faults.Count;
        var node = ReadNode(level + 1);
        if (node is ScalarNode { Text.Length: > 0 } key)
        {
            if (key is { Text: "<<", Kind: ScalarKind.Text })
            {
                _faults.Add(YamlFaults.MergeKey(key.Place));
            }

            return key;
        }

        if (_faults.Count == before)
        {
            _faults.Add(YamlFaults.KeyIsNoText(node.Place));
        }

        return null;
    }

    private bool IsNew(ScalarNode key, Dictionary<string, ScalarNode> keys)
    {
        if (keys.TryAdd(key.Text, key))
        {
            return true;
        }

        _faults.Add(YamlFaults.DuplicateKey(key.Place, key.Text, keys[key.Text].Place));
        return false;
    }

    private ListNode ReadList(SequenceStart start, int level)
    {
        _open.Push(start);
        var items = ImmutableArray.CreateBuilder<SourceNode>();
        while (Advance() is not SequenceEnd)
        {
            items.Add(ReadNode(level + 1));
        }

        _open.Pop();
        var last = items.Count == 0 ? start.End : EndOf(items[^1]);
        return new ListNode(PlaceOf(start, start.Style == SequenceStyle.Flow, last), items.ToImmutable());
    }

    private ScalarNode ReadScalar(Scalar scalar)
    {
        var block = scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded;
        var place = block ? PlaceUpTo(scalar.Start, EndOfBlock(scalar)) : PlaceOf(scalar);
        return new ScalarNode(place, scalar.Value, scalar.Style != ScalarStyle.Plain);
    }

    // The parser ends a block of text where the next thing begins, which may be many blank lines below.
    private Mark EndOfBlock(Scalar scalar)
    {
        var line = scalar.End.Line - 1;
        while (line > scalar.Start.Line && string.IsNullOrWhiteSpace(_source.Line((int)line)))
        {
            line--;
        }

        return new Mark(0, line, _source.Line((int)line).TrimEnd().Length + 1);
    }

    private ParsingEvent? InnermostBracket() =>
        _open.FirstOrDefault(o => o is MappingStart { Style: MappingStyle.Flow } or SequenceStart { Style: SequenceStyle.Flow });

    private static Mark EndOf(SourceNode node) => new(0, node.Place.EndLine, node.Place.EndColumn);

    // A bracket ends behind its closing sign; a block has no end of its own and ends with its last child.
    private Place PlaceOf(ParsingEvent start, bool bracket, Mark lastChild)
    {
        var end = _parser.Current!.Start;
        return PlaceUpTo(start.Start, bracket ? new Mark(0, end.Line, end.Column + 1) : lastChild);
    }

    private Place PlaceOf(ParsingEvent node) => PlaceUpTo(node.Start, node.End);

    private Place PlaceUpTo(Mark start, Mark end) =>
        new(_source.File, (int)start.Line, (int)start.Column, (int)end.Line, (int)end.Column);

    private Place PlaceAt(Mark mark, int length) => _source.PlaceOf((int)mark.Line, (int)mark.Column, length);

    private Place PlaceOfWord(Mark mark) => PlaceAt(mark, WordAt(mark).Length);

    private string WordAt(Mark mark)
    {
        var rest = _source.Line((int)mark.Line)[((int)mark.Column - 1)..];
        var end = rest.IndexOfAny([' ', '\t', ',', ']', '}']);
        return end < 0 ? rest : rest[..end];
    }

    private sealed class TooDeepException(Mark mark) : Exception
    {
        public Mark Mark { get; } = mark;
    }
}
