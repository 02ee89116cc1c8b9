using System.Collections.Immutable;
using System.Text.Json;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Cli.Output;

/// <summary>What the checks found.</summary>
/// <param name="Reading">The set.</param>
/// <param name="Diagnostics">What is reported of it.</param>
internal sealed record ValidationReport(FlowSetReading Reading, ImmutableArray<Diagnostic> Diagnostics) : IReport
{
    /// <summary>How many errors there are.</summary>
    public int Errors => CountOf(Severity.Error);

    /// <inheritdoc/>
    public void Write(TextPage page)
    {
        DiagnosticForm.Write(page, Diagnostics, Reading.Render);
        var systems = Reading.Workspace?.Systems.Length ?? 0;
        page.Line($"{Count.Of(Reading.Flows.Length, "flow")}, {Count.Of(systems, "system")}: {Summary()}.");
    }

    /// <inheritdoc/>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteNumber("flows", Reading.Flows.Length);
        json.WriteNumber("errors", Errors);
        json.WriteNumber("warnings", CountOf(Severity.Warning));
        json.WriteNumber("notes", CountOf(Severity.Note));
        DiagnosticForm.Write(json, Diagnostics);
    }

    private string Summary()
    {
        string[] parts =
        [
            .. Part(Severity.Error, "error"),
            .. Part(Severity.Warning, "warning"),
            .. Part(Severity.Note, "note"),
        ];
        return parts.Length == 0 ? "nothing to report" : string.Join(", ", parts);
    }

    private IEnumerable<string> Part(Severity severity, string word) => CountOf(severity) is var count and > 0 ? [Count.Of(count, word)] : [];

    private int CountOf(Severity severity) => Diagnostics.Count(diagnostic => diagnostic.Severity == severity);
}
