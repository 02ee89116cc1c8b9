using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SesamTalk.Cli.Output;

/// <summary>The form for programs: exactly one document, whatever happened; times in UTC, identifiers as text.</summary>
internal static class JsonDocumentForm
{
    private const int FormatVersion = 1;

    // Letters beyond ASCII stay readable: the document goes to a file or a pipe, never into a page.
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>Writes an answer.</summary>
    /// <param name="writer">Where it goes.</param>
    /// <param name="command">The command that gave it.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="isLine">Whether it is one of several, each in a line.</param>
    public static void Write(TextWriter writer, string command, Answer answer, bool isLine = false)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options with { Indented = !isLine }))
        {
            json.WriteStartObject();
            json.WriteNumber("format_version", FormatVersion);
            json.WriteString("command", command);
            json.WriteNumber("exit_code", (int)answer.Code);
            answer.Report.Write(json);
            json.WriteEndObject();
        }

        writer.Write(Encoding.UTF8.GetString(bytes.ToArray()) + "\n");
    }
}
