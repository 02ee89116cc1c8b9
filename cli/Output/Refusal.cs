using System.Text.Json;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Cli.Output;

/// <summary>A command that needs a set without errors, and has one with errors.</summary>
/// <param name="Reading">The set.</param>
internal sealed record Refusal(FlowSetReading Reading) : IReport
{
    /// <inheritdoc/>
    public bool IsFailure => true;

    /// <inheritdoc/>
    public void Write(TextPage page)
    {
        DiagnosticForm.Write(page, Errors, Reading.Render);
        page.Line($"{What} {Cure}");
    }

    /// <inheritdoc/>
    public void Write(Utf8JsonWriter json)
    {
        new Failure(What, Cure).Write(json);
        DiagnosticForm.Write(json, Reading.Diagnostics);
    }

    private string What => $"Nothing was done: the workspace has {Count.Of(Errors.Length, "error")}.";

    private string Cure => $"Mend {(Errors.Length == 1 ? "it" : "them")}, and try again.";

    private Diagnostic[] Errors => [.. Reading.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error)];
}
