namespace SesamTalk.Engine.Documents;

/// <summary>How a generation of documents is laid out, where it makes no difference to what they say.</summary>
internal sealed record DocumentLayout
{
    /// <summary>The layout of documents that nobody has imported.</summary>
    public static DocumentLayout Usual { get; } = new();

    /// <summary>Whether lines end in CRLF.</summary>
    public bool HasCarriageReturns { get; init; }

    /// <summary>Whether a byte-order mark stands in front.</summary>
    public bool HasMark { get; init; }

    /// <summary>Whether a full stop ends the heading of the introduction.</summary>
    public bool HasStop { get; init; }

    /// <summary>Whether the lines around the title count letters, and not UTF-16 units.</summary>
    public bool CountsLetters { get; init; }

    /// <summary>What stands before the head of the column of types; may hold a line feed.</summary>
    public string TypeHead { get; init; } = Phrases.CellStart + " ";

    /// <summary>What stands before a type; may hold a line feed.</summary>
    public string TypeCell { get; init; } = Phrases.CellStart + " ";

    /// <summary>Whether the blank after the sign of a blank cell is left out.</summary>
    public bool HasTightBlanks { get; init; }

    /// <summary>How many line ends stand behind the last line.</summary>
    public int LineEndsAtEnd { get; init; } = 1;
}
