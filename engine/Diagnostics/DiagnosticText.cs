using System.Globalization;
using System.Text;

namespace SesamTalk.Engine.Diagnostics;

/// <summary>Writes diagnostics as text for a person: the place, the message, the line with a caret, the cure.</summary>
public static class DiagnosticText
{
    private const string Gutter = "      | ";

    /// <summary>A diagnostic as text of several lines, each ended by a line feed.</summary>
    /// <param name="diagnostic">The diagnostic.</param>
    /// <param name="source">The file that it is about; without it there is no excerpt.</param>
    public static string Render(Diagnostic diagnostic, SourceText? source)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{diagnostic.Place}: {Word(diagnostic.Severity)} {diagnostic.Code}: {diagnostic.Message}\n");
        AppendExcerpt(text, diagnostic, source);
        AppendRelated(text, diagnostic);
        AppendHelp(text, diagnostic);
        return text.ToString();
    }

    /// <summary>The severity as a word.</summary>
    public static string Word(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };

    /// <summary>Where the page of a code is.</summary>
    public static string Page(string code) => $"docs/errors/{code}.md";

    private static void AppendExcerpt(StringBuilder text, Diagnostic diagnostic, SourceText? source)
    {
        var line = source?.Line(diagnostic.Place.Line) ?? string.Empty;
        if (string.IsNullOrWhiteSpace(line))
        {
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"{diagnostic.Place.Line,5} | {Plain(line)}\n");
        text.Append(Gutter).Append(' ', Width(line, 0, diagnostic.Place.Column - 1));
        text.Append('^', CaretWidth(diagnostic.Place, line));
        text.Append(diagnostic.Label is null ? "\n" : $" {diagnostic.Label}\n");
    }

    private static void AppendRelated(StringBuilder text, Diagnostic diagnostic)
    {
        foreach (var related in diagnostic.Related)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {related.Place}: {related.Message}\n");
        }
    }

    private static void AppendHelp(StringBuilder text, Diagnostic diagnostic)
    {
        var help = diagnostic.Help is null ? string.Empty : $"{diagnostic.Help}; ";
        text.Append(CultureInfo.InvariantCulture, $"  help: {help}see {Page(diagnostic.Code)}\n");
    }

    // A tab is shown as one blank, and what cannot be shown as a question mark, so that the caret stands where it should.
    private static string Plain(string line) =>
        string.Concat(line.TrimEnd().Select(c => c == '\t' ? ' ' : char.IsControl(c) ? '?' : c));

    private static int CaretWidth(Place place, string line)
    {
        var end = place.EndLine > place.Line ? line.TrimEnd().Length + 1 : place.EndColumn;
        return Math.Max(1, Width(line, place.Column - 1, end - 1));
    }

    // Two UTF-16 units of one character stand in one column.
    private static int Width(string line, int from, int to)
    {
        var inside = line.AsSpan(Math.Min(from, line.Length), Math.Max(0, Math.Min(to, line.Length) - from));
        var beyond = Math.Max(0, to - Math.Max(from, line.Length));
        var low = 0;
        foreach (var c in inside)
        {
            low += char.IsLowSurrogate(c) ? 1 : 0;
        }

        return inside.Length - low + beyond;
    }
}
