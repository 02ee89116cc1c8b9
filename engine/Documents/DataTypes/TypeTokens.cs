namespace SesamTalk.Engine.Documents;

/// <summary>Cuts a Data Type cell into its texts and closing brackets.</summary>
internal static class TypeTokens
{
    /// <summary>The mark of a closing bracket, which no text is: texts keep their quotation mark in front.</summary>
    public const string Close = "]";

    /// <summary>The tokens, or <see langword="null"/> where the cell holds anything else.</summary>
    public static List<string>? Read(ReadOnlySpan<char> cell)
    {
        List<string> tokens = [];
        bool separated = true;
        while (!(cell = cell.TrimStart(' ')).IsEmpty)
        {
            int length = Length(cell, separated);
            if (length == 0)
                return null;
            separated = cell[0] == ',';
            if (!separated)
                tokens.Add(cell[..(cell[0] == '"' ? length - 1 : length)].ToString());
            cell = cell[length..];
        }
        return tokens;
    }

    private static int Length(ReadOnlySpan<char> cell, bool separated) => cell[0] switch
    {
        '"' when separated => cell[1..].IndexOf('"') + 2 is var end && end > 1 ? end : 0,
        ']' when !separated => 1,
        ',' when !separated => 1,
        _ => 0,
    };
}
