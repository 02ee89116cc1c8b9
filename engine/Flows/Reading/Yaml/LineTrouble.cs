using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;

namespace SesamTalk.Engine.Flows.Reading.Yaml;

/// <summary>Tells from the line itself what is wrong, where the parser says nothing that an author could use.</summary>
internal static class LineTrouble
{
    /// <summary>What is wrong at a place of the file.</summary>
    public static Diagnostic Explain(SourceText source, int lineNumber, int column)
    {
        var line = source.Line(lineNumber);
        var before = line[..Math.Min(line.Length, column - 1)].TrimEnd();
        var rest = line[Math.Min(line.Length, column - 1)..].TrimEnd();
        var place = source.PlaceOf(lineNumber, column, Math.Max(1, rest.Length));
        return before.Length > 0 && before[^1] is ']' or '}' ? YamlFaults.BehindBracket(place)
            : before.EndsWith(':') && rest.StartsWith(':') ? YamlFaults.SecondColon(source.PlaceOf(lineNumber, column, 1))
            : before.EndsWith(':') && rest.StartsWith("- ", StringComparison.Ordinal) ? YamlFaults.ListOnLineOfKey(place)
            : rest.StartsWith('%') ? YamlFaults.NeedsQuotes(source.PlaceOf(lineNumber, column, 1), '%')
            : IsLoneWord(line) ? YamlFaults.NoColon(WholeLine(source, lineNumber), line.Trim())
            : YamlFaults.NotReadable(source.PlaceOf(lineNumber, column, 1));
    }

    private static bool IsLoneWord(string line) =>
        line.Trim() is { Length: > 0 } word && word.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.');

    private static Place WholeLine(SourceText source, int lineNumber)
    {
        var line = source.Line(lineNumber);
        return source.PlaceOf(lineNumber, line.Length - line.TrimStart().Length + 1, line.Trim().Length);
    }
}
