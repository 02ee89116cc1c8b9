namespace SesamTalk.Connectors.Rest.Json;

/// <summary>Where rows, records and single texts stand in answers.</summary>
internal sealed class Envelope
{
    private Envelope(NameNode<EnvelopePart> tree, int texts)
    {
        Tree = tree;
        Texts = texts;
    }

    /// <summary>What is wanted, by place.</summary>
    public NameNode<EnvelopePart> Tree { get; }

    /// <summary>How many texts are wanted.</summary>
    public int Texts { get; }

    /// <summary>An answer that holds a list.</summary>
    /// <param name="rows">Where the rows stand, the alternatives.</param>
    /// <param name="texts">Where texts stand.</param>
    public static Envelope OfRows(IEnumerable<string> rows, params IReadOnlyList<string> texts) => Of(rows, new EnvelopePart { IsRows = true }, texts);

    /// <summary>An answer that holds a record.</summary>
    /// <param name="record">Where it stands, the alternatives.</param>
    /// <param name="texts">Where texts stand.</param>
    public static Envelope OfRecord(IEnumerable<string> record, params IReadOnlyList<string> texts) => Of(record, new EnvelopePart { IsRecord = true }, texts);

    private static Envelope Of(IEnumerable<string> places, EnvelopePart part, IReadOnlyList<string> texts)
    {
        var tree = new NameNode<EnvelopePart>();
        for (var i = 0; i < texts.Count; i++)
        {
            tree.Add(texts[i], new EnvelopePart { Text = i });
        }

        foreach (var place in places)
        {
            tree.Add(place, part);
        }

        return new Envelope(tree, texts.Count);
    }
}
