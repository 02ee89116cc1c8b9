using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Cli.Output.Checking;

/// <summary>Diagnostics as SARIF, which code hosts and editors read.</summary>
/// <remarks>Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0.</remarks>
internal static class SarifForm
{
    private const string Version = "2.1.0";
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>Writes one run with all of them.</summary>
    public static void Write(TextWriter writer, IReadOnlyList<Diagnostic> diagnostics, FlowSetReading reading, RepositoryPaths paths)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteString("$schema", Schema);
            json.WriteString("version", Version);
            json.WriteList("runs", [diagnostics], found => WriteRun(json, found, reading, paths));
            json.WriteEndObject();
        }

        writer.Write(Encoding.UTF8.GetString(bytes.ToArray()) + "\n");
    }

    private static void WriteRun(Utf8JsonWriter json, IReadOnlyList<Diagnostic> diagnostics, FlowSetReading reading, RepositoryPaths paths)
    {
        var codes = diagnostics.Select(diagnostic => diagnostic.Code).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<DiagnosticCode> rules = [.. DiagnosticCatalogue.Codes.Where(code => codes.Contains(code.Id))];
        WriteTool(json, rules);
        WriteBase(json);
        json.WriteList("invocations", [true], isDone => json.WriteBoolean("executionSuccessful", isDone));
        json.WriteString("columnKind", "utf16CodeUnits");
        var results = new SarifResults(json, paths, new Fingerprints(paths, reading.Sources));
        json.WriteList("results", diagnostics, diagnostic => results.Write(diagnostic, rules.IndexOf(rules.First(rule => rule.Id == diagnostic.Code))));
    }

    private static void WriteTool(Utf8JsonWriter json, ImmutableArray<DiagnosticCode> rules)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "sesamtalk");
        json.WriteString("semanticVersion", ProductVersion.Text);
        json.WriteList("rules", rules, rule =>
        {
            json.WriteString("id", rule.Id);
            json.WriteText("shortDescription", rule.Title);
            json.WriteText("help", $"See {DiagnosticText.Page(rule.Id)}.");
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", DiagnosticText.Word(rule.Severity));
            json.WriteEndObject();
        });
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // Where the repository lies on this machine is nobody's business: whoever reads the file knows where theirs lies.
    private static void WriteBase(Utf8JsonWriter json)
    {
        json.WriteStartObject("originalUriBaseIds");
        json.WriteStartObject(SarifResults.Root);
        json.WriteText("description", "the root of the repository");
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
