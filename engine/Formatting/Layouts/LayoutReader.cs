using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SesamTalk.Engine.Formatting.Layouts;

/// <summary>Reads a text that is right as YAML into what is laid out, with its comments.</summary>
internal sealed class LayoutReader
{
    private readonly TextLines _lines;
    private readonly Parser _parser;
    private readonly List<LayoutScalar> _scalars = [];

    private LayoutReader(string text)
    {
        _lines = new TextLines(text);
        _parser = new Parser(new StringReader(text));
    }

    /// <summary>The root of a text.</summary>
    /// <param name="text">The text, with line feeds.</param>
    public static LayoutCollection Read(string text)
    {
        var reader = new LayoutReader(text);
        var root = reader.Root();
        return new CommentPlacing(reader._lines).Place(root with { IsInBrackets = false }, reader.Comments());
    }

    /// <summary>The comments of a text, in order.</summary>
    /// <param name="text">The text, with line feeds.</param>
    public static ImmutableArray<Comment> CommentsOf(string text)
    {
        var reader = new LayoutReader(text);
        reader.Root();
        return reader.Comments();
    }

    private LayoutCollection Root()
    {
        _parser.Consume<StreamStart>();
        _parser.Consume<DocumentStart>();
        return Node() as LayoutCollection ?? throw new InvalidOperationException("A file of the language is a mapping.");
    }

    private ImmutableArray<Comment> Comments() => CommentReader.Read(_lines, _scalars);

    private LayoutNode Node() =>
        _parser.TryConsume<Scalar>(out var scalar) ? ScalarOf(scalar)
        : _parser.TryConsume<MappingStart>(out var mapping) ? Mapping(mapping)
        : List(_parser.Consume<SequenceStart>());

    private LayoutScalar ScalarOf(Scalar scalar)
    {
        var read = scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded ? TextBlock.Read(_lines, scalar)
            : new LayoutScalar(
                (int)scalar.Start.Index,
                (int)scalar.End.Index,
                scalar.Value,
                _lines.Text[(int)scalar.Start.Index..(int)scalar.End.Index],
                scalar.Style == ScalarStyle.Plain ? LayoutStyle.Plain : LayoutStyle.Quoted);
        _scalars.Add(read);
        return read;
    }

    private LayoutCollection Mapping(MappingStart start)
    {
        var entries = ImmutableArray.CreateBuilder<LayoutEntry>();
        while (!_parser.Accept<MappingEnd>(out _))
        {
            var key = ScalarOf(_parser.Consume<Scalar>());
            entries.Add(new LayoutEntry(key.Begin, key, Node()) { IsApart = _lines.IsApart(key.Begin) });
        }

        return Collection(start.Start, _parser.Consume<MappingEnd>(), start.Style == MappingStyle.Flow, entries) with { IsMapping = true };
    }

    private LayoutCollection List(SequenceStart start)
    {
        var isInBrackets = start.Style == SequenceStyle.Flow;
        var entries = ImmutableArray.CreateBuilder<LayoutEntry>();
        var behind = (int)start.Start.Index;
        while (!_parser.Accept<SequenceEnd>(out _))
        {
            var value = Node();
            var begin = isInBrackets ? value.Begin : Dash(behind);
            entries.Add(new LayoutEntry(begin, null, value) { IsApart = _lines.IsApart(begin) });
            behind = value.End;
        }

        return Collection(start.Start, _parser.Consume<SequenceEnd>(), isInBrackets, entries);
    }

    private LayoutCollection Collection(Mark start, ParsingEvent end, bool isInBrackets, ImmutableArray<LayoutEntry>.Builder entries)
    {
        var begin = entries.Count > 0 && !isInBrackets ? entries[0].Begin : (int)start.Index;
        var behind = isInBrackets || entries.Count == 0 ? (int)end.End.Index : entries[^1].Value.End;
        return new LayoutCollection(begin, behind, _lines.ColumnOf(begin), entries.ToImmutable()) { IsInBrackets = isInBrackets };
    }

    // The sign of the next item: only blanks and comments stand before it.
    private int Dash(int from)
    {
        var at = from;
        while (_lines.Text[at] != '-')
        {
            at = _lines.Text[at] == '#' ? _lines.EndOfLine(at) : at + 1;
        }

        return at;
    }
}
