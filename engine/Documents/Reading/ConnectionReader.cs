using System.Collections.Immutable;

namespace SesamTalk.Engine.Documents;

/// <summary>Reads the sentence by which creating depends on other records.</summary>
internal sealed class ConnectionReader(LineCursor lines, FaultList faults, string titleTarget)
{
    /// <summary>Reads it from the cursor's line; <see langword="null"/> where it is faulty.</summary>
    public Connection? Read(DocumentSection section)
    {
        string start = string.Concat(Phrases.ConnectionStart + section.Target, Phrases.ConnectionMiddle, section.Source, Phrases.ConnectionCondition);
        ReadOnlySpan<char> text = lines.Trimmed;
        int into = text.LastIndexOf(Phrases.ConnectionInto);
        int same = text.CommonPrefixLength(start);
        if (same < start.Length || into < start.Length || text[^1] != '.')
            return Fail(section, same < start.Length ? same : text.Length);
        string system = text[(into + Phrases.ConnectionInto.Length)..^1].ToString();
        ImmutableArray<string> entities = List(text[start.Length..into]);
        if (entities.Any(string.IsNullOrWhiteSpace))
            return Fail(section, start.Length);
        return Fits(system, section) ? new Connection(entities, system) : Fail(section, into + Phrases.ConnectionInto.Length);
    }

    // Headings often name the system otherwise than the title does; this sentence goes by either.
    private bool Fits(string system, DocumentSection section) =>
        system == titleTarget || section.Target.StartsWith(system + " ", StringComparison.Ordinal);

    private Connection? Fail(DocumentSection section, int at)
    {
        string expected = Phrases.ConnectionStart + section.Target + Phrases.ConnectionMiddle + section.Source + Phrases.ConnectionCondition
            + "{system} {entity}, {entity}, or {entity}" + Phrases.ConnectionInto + titleTarget + ".";
        faults.Add(DocumentFaults.Wording(expected), lines, at);
        return null;
    }

    private static ImmutableArray<string> List(ReadOnlySpan<char> list)
    {
        int last = list.LastIndexOf(Phrases.ConnectionLast);
        if (last < 0)
            return [list.ToString()];
        string[] first = list[..last].ToString().Split(Phrases.ConnectionNext);
        return [.. first, list[(last + Phrases.ConnectionLast.Length)..].ToString()];
    }
}
