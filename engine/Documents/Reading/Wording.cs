namespace SesamTalk.Engine.Documents;

/// <summary>Compares a line with a sentence that is put together from parts, without putting it together.</summary>
internal static class Wording
{
    /// <summary>Where the line differs first from the parts, one after the other; -1 where it does not.</summary>
    public static int Difference(ReadOnlySpan<char> line, params ReadOnlySpan<string> parts)
    {
        int at = 0;
        foreach (string part in parts)
        {
            int same = line[at..].CommonPrefixLength(part);
            at += same;
            if (same < part.Length)
                return at;
        }
        return at == line.Length ? -1 : at;
    }

    /// <summary>Whether the line is the parts, one after the other.</summary>
    public static bool Is(ReadOnlySpan<char> line, params ReadOnlySpan<string> parts) => Difference(line, parts) < 0;

    /// <summary>Adds a fault at the first difference between the cursor's line and the parts, if there is one.</summary>
    public static void Expect(LineCursor line, FaultList faults, params ReadOnlySpan<string> parts)
    {
        int difference = Difference(line.Trimmed, parts);
        if (difference >= 0)
            faults.Add(DocumentFaults.Wording(string.Concat(parts)), line, difference);
    }
}
