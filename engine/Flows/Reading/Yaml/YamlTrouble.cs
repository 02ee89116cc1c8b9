using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SesamTalk.Engine.Flows.Reading.Yaml;

/// <summary>Turns what the YAML parser complains of into the author's words, at the place where the author has to look.</summary>
internal static class YamlTrouble
{
    /// <summary>What is wrong, told from the parser's exception.</summary>
    /// <param name="source">The file.</param>
    /// <param name="trouble">What the parser threw.</param>
    /// <param name="bracket">The innermost bracket that was open then, if one was.</param>
    public static Diagnostic Explain(SourceText source, YamlException trouble, ParsingEvent? bracket) =>
        Tab(source, trouble) ?? Quotes(source, trouble) ?? Bracket(source, trouble, bracket) ?? Sign(source, trouble)
        ?? Colon(source, trouble) ?? Key(source, trouble) ?? LineTrouble.Explain(source, (int)trouble.Start.Line, (int)trouble.Start.Column);

    /// <summary>A bracket without its closing sign.</summary>
    public static Diagnostic Unclosed(SourceText source, ParsingEvent bracket) =>
        YamlFaults.Unclosed(source.PlaceOf((int)bracket.Start.Line, (int)bracket.Start.Column, 1), bracket is MappingStart ? '}' : ']');

    private static bool Says(YamlException trouble, string words) => trouble.Message.Contains(words, StringComparison.Ordinal);

    // The parser marks the block or the value before the tab, so the tab is looked for from there on.
    private static Diagnostic? Tab(SourceText source, YamlException trouble)
    {
        for (var line = (int)trouble.Start.Line; line <= Math.Min(trouble.Start.Line + 20, source.LineCount); line++)
        {
            var text = source.Line(line);
            var indent = text.Length - text.TrimStart(' ', '\t').Length;
            var tab = text.IndexOf('\t', StringComparison.Ordinal);
            if (tab >= 0 && tab < indent && (Says(trouble, "tab") || line == trouble.Start.Line))
            {
                return YamlFaults.Tab(source.PlaceOf(line, tab + 1, 1));
            }
        }

        return null;
    }

    private static Diagnostic? Quotes(SourceText source, YamlException trouble)
    {
        if (Says(trouble, "unknown escape character"))
        {
            return YamlFaults.UnknownEscape(source.PlaceOf((int)trouble.End.Line, (int)trouble.End.Column, 2));
        }

        var unclosed = Says(trouble, "quoted scalar") && (Says(trouble, "end of stream") || Says(trouble, "wrong indentation"));
        return unclosed ? YamlFaults.UnclosedQuote(PlaceAt(source, trouble.Start), CharAt(source, trouble.Start)) : null;
    }

    private static Diagnostic? Bracket(SourceText source, YamlException trouble, ParsingEvent? bracket)
    {
        if (bracket is null)
        {
            return null;
        }

        if (IsBehindBlock(source, trouble, bracket))
        {
            return Unclosed(source, bracket);
        }

        return Says(trouble, "node content")
            ? YamlFaults.NothingBetween(PlaceAt(source, trouble.Start))
            : YamlFaults.MissingComma(PlaceAt(source, trouble.Start), bracket is MappingStart ? '}' : ']');
    }

    // Nothing more, or a line that is indented no more than the one with the bracket: the author thought it closed.
    private static bool IsBehindBlock(SourceText source, YamlException trouble, ParsingEvent bracket)
    {
        var opening = source.Line((int)bracket.Start.Line);
        var indent = opening.Length - opening.TrimStart().Length;
        return CharAt(source, trouble.Start) == '\0' || (trouble.Start.Line > bracket.Start.Line && trouble.Start.Column <= indent + 1);
    }

    private static Diagnostic? Sign(SourceText source, YamlException trouble)
    {
        var atSign = Says(trouble, "cannot start any token") || Says(trouble, "node content");
        return atSign && CharAt(source, trouble.Start) is not '\0' and var sign
            ? YamlFaults.NeedsQuotes(PlaceAt(source, trouble.Start), sign)
            : null;
    }

    private static Diagnostic? Colon(SourceText source, YamlException trouble)
    {
        if (!Says(trouble, "invalid mapping"))
        {
            return null;
        }

        // The first colon stands behind a bracket: the one before the bracket was forgotten.
        var line = source.Line((int)trouble.Start.Line);
        var bracket = line.IndexOfAny(['{', '[']);
        if (bracket > 0 && line.IndexOf(':', StringComparison.Ordinal) > bracket)
        {
            var before = line[..bracket].Trim();
            return before == "-"
                ? YamlFaults.NoBlankBehindDash(source.PlaceOf((int)trouble.Start.Line, bracket, 1))
                : YamlFaults.NoColon(source.PlaceOf((int)trouble.Start.Line, bracket + 1, 1), before);
        }

        // A key whose colon has no blank behind it is read as text that goes on into the next line.
        var previous = source.Line((int)trouble.Start.Line - 1);
        var colon = previous.IndexOf(':', StringComparison.Ordinal);
        return Says(trouble, "multiline") && colon > 0 && colon + 1 < previous.Length
            ? YamlFaults.NoBlankBehindColon(source.PlaceOf((int)trouble.Start.Line - 1, colon + 1, 1))
            : YamlFaults.SecondColon(PlaceAt(source, trouble.Start));
    }

    private static Diagnostic? Key(SourceText source, YamlException trouble)
    {
        if (!Says(trouble, "did not find expected"))
        {
            return null;
        }

        var line = source.Line((int)trouble.Start.Line);
        var before = line[..Math.Min(line.Length, Math.Max(0, (int)trouble.Start.Column - 1))].TrimEnd();
        var place = PlaceToEndOfLine(source, trouble.Start);
        return before.EndsWith('"') || before.EndsWith('\'')
            ? YamlFaults.BehindQuote(place, before[^1])
            : before.EndsWith(']') || before.EndsWith('}') ? YamlFaults.BehindBracket(place)
            : line.TrimStart().StartsWith("- ", StringComparison.Ordinal) ? YamlFaults.ItemAmongKeys(place)
            : line.TrimStart().StartsWith('-') ? YamlFaults.NoBlankBehindDash(source.PlaceOf((int)trouble.Start.Line, (int)trouble.Start.Column, 1))
            : line.Contains(": ", StringComparison.Ordinal) || line.TrimEnd().EndsWith(':') ? YamlFaults.Indentation(place)
            : YamlFaults.NoColon(place, line.Trim());
    }

    private static char CharAt(SourceText source, Mark mark)
    {
        var line = source.Line((int)mark.Line);
        return mark.Column >= 1 && mark.Column <= line.Length ? line[(int)mark.Column - 1] : '\0';
    }

    private static Place PlaceAt(SourceText source, Mark mark) => source.PlaceOf((int)mark.Line, (int)mark.Column, 1);

    private static Place PlaceToEndOfLine(SourceText source, Mark mark) =>
        source.PlaceOf((int)mark.Line, (int)mark.Column, Math.Max(1, source.Line((int)mark.Line).TrimEnd().Length - (int)mark.Column + 1));
}
