using System.Collections.Immutable;
using System.Text.Json;
using SesamTalk.Cli.Output.Checking;
using SesamTalk.Cli.Workspaces;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Cli.Output;

/// <summary>What the checks found.</summary>
/// <param name="Reading">The set.</param>
/// <param name="Scope">What of it is reported.</param>
/// <param name="Paths">How files are named to build servers.</param>
internal sealed record ValidationReport(FlowSetReading Reading, CheckScope Scope, RepositoryPaths Paths) : IFormedReport
{
    /// <summary>What is reported.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; } = [.. Reading.Diagnostics.Where(Scope.Takes)];

    /// <summary>Whether warnings are held for errors.</summary>
    public bool DeniesWarnings { get; init; }

    /// <summary>Whether anything that was found is not to be let pass.</summary>
    public bool Fails => Diagnostics.Any(IsFailure);

    /// <inheritdoc/>
    public void Write(TextPage page)
    {
        DiagnosticForm.Write(page, Diagnostics, Reading.Render);
        page.Line(Summary());
    }

    /// <inheritdoc/>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteNumber("flows", Reading.Flows.Length);
        json.WriteNumber("errors", CountOf(Severity.Error));
        json.WriteNumber("warnings", CountOf(Severity.Warning));
        json.WriteNumber("notes", CountOf(Severity.Note));
        DiagnosticForm.Write(json, Diagnostics);
    }

    /// <inheritdoc/>
    public void Write(string form, TextWriter writer)
    {
        switch (form)
        {
            case CheckForms.Sarif:
                SarifForm.Write(writer, Diagnostics, Reading, Paths);
                break;
            case CheckForms.Junit:
                new JunitForm(Paths, IsFailure, Reading.Render).Write(writer, Reading.Files.Where(Scope.Takes), Diagnostics);
                break;
            default:
                GithubForm.Write(writer, Diagnostics, Paths);
                writer.Write(Summary() + "\n");
                break;
        }
    }

    private bool IsFailure(Diagnostic diagnostic) =>
        diagnostic.Severity == Severity.Error || (DeniesWarnings && diagnostic.Severity == Severity.Warning);

    private string Summary()
    {
        string[] parts =
        [
            .. Part(Severity.Error, "error"),
            .. Part(Severity.Warning, DeniesWarnings ? "denied warning" : "warning"),
            .. Part(Severity.Note, "note"),
        ];
        var systems = Reading.Workspace?.Systems.Length ?? 0;
        var found = parts.Length == 0 ? "nothing to report" : string.Join(", ", parts);
        var others = Reading.Diagnostics.Length - Diagnostics.Length;
        var more = others == 0 ? string.Empty : $" {Count.Of(others, "finding")} in files that are left out.";
        return $"{Count.Of(Reading.Flows.Length, "flow")}, {Count.Of(systems, "system")}: {found}.{more}";
    }

    private IEnumerable<string> Part(Severity severity, string word) => CountOf(severity) is var count and > 0 ? [Count.Of(count, word)] : [];

    private int CountOf(Severity severity) => Diagnostics.Count(diagnostic => diagnostic.Severity == severity);
}
