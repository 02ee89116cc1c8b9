using System.Text.Json;
using SesamTalk.Engine.Diagnostics;

namespace SesamTalk.Cli.Output;

/// <summary>Diagnostics in each of the forms.</summary>
internal static class DiagnosticForm
{
    /// <summary>For a person: each with its excerpt, an empty line behind it.</summary>
    public static void Write(TextPage page, IEnumerable<Diagnostic> diagnostics, Func<Diagnostic, string> render)
    {
        foreach (var diagnostic in diagnostics)
        {
            page.Line(render(diagnostic));
        }
    }

    /// <summary>For a program: the member <c>diagnostics</c>.</summary>
    public static void Write(Utf8JsonWriter json, IEnumerable<Diagnostic> diagnostics) => json.WriteList("diagnostics", diagnostics, diagnostic =>
    {
        json.WriteString("code", diagnostic.Code);
        json.WriteString("severity", DiagnosticText.Word(diagnostic.Severity));
        WritePlace(json, diagnostic.Place);
        json.WriteString("message", diagnostic.Message);
        json.WriteString("label", diagnostic.Label);
        json.WriteString("help", diagnostic.Help);
        json.WriteString("suggested_edit", diagnostic.SuggestedEdit);
        json.WriteString("page", DiagnosticText.Page(diagnostic.Code));
        json.WriteList("related", diagnostic.Related, related =>
        {
            WritePlace(json, related.Place);
            json.WriteString("message", related.Message);
        });
    });

    private static void WritePlace(Utf8JsonWriter json, Place place)
    {
        json.WriteString("file", place.File);
        json.WriteNumber("line", place.Line);
        json.WriteNumber("column", place.Column);
        json.WriteNumber("end_line", place.EndLine);
        json.WriteNumber("end_column", place.EndColumn);
    }
}
