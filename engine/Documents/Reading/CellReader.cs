using System.Collections.Immutable;

namespace SesamTalk.Engine.Documents;

/// <summary>Reads a cell that names a property: a path, and perhaps conditions in parentheses that follow each other without a sign between.</summary>
internal static class CellReader
{
    public static PathCell Read(TableCell cell, FaultList faults)
    {
        ReadOnlySpan<char> text = cell.Text.AsSpan().TrimEnd(Phrases.Blanks);
        int start = text.IndexOf(Phrases.ConditionStart);
        if (start < 0)
            return new PathCell(cell.Text, Path(cell.Text, text), []);
        return new PathCell(cell.Text, text[..start].Trim(Phrases.Blanks).ToString(), Conditions(cell, text, start, faults));
    }

    private static string Path(string raw, ReadOnlySpan<char> trimmed)
    {
        trimmed = trimmed.TrimStart(Phrases.Blanks);
        return trimmed.Length == raw.Length ? raw : trimmed.ToString();
    }

    private static ImmutableArray<Clause> Conditions(TableCell cell, ReadOnlySpan<char> text, int start, FaultList faults)
    {
        ImmutableArray<Clause>.Builder clauses = ImmutableArray.CreateBuilder<Clause>();
        bool closed = text[^1] == ')';
        int at = start + Phrases.ConditionStart.Length;
        ReadOnlySpan<char> inner = text[at..(closed ? text.Length - 1 : text.Length)];
        foreach (Range range in inner.Split(Phrases.Clause))
            closed &= TryAdd(inner[range], clauses);
        if (!closed)
            faults.Add(DocumentFaults.Condition, cell.Line, cell.Column + start + 1, cell.Column + text.Length);
        return clauses.ToImmutable();
    }

    private static bool TryAdd(ReadOnlySpan<char> clause, ImmutableArray<Clause>.Builder clauses)
    {
        // A blank path may have lost the blank before it.
        int at = clause.LastIndexOf(Phrases.ClauseIn);
        int length = Phrases.ClauseIn.Length;
        if (at < 0 && clause.EndsWith(" in"))
            (at, length) = (clause.Length - 3, 3);
        if (at < 0)
            return false;
        clauses.Add(new Clause(clause[..at].Trim(Phrases.Blanks).ToString(), clause[(at + length)..].Trim(Phrases.Blanks).ToString()));
        return true;
    }
}
