using System.Collections.Immutable;
using System.Text.Json;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Testing;
using SesamTalk.Engine.Testing.Covering;

namespace SesamTalk.Cli.Output.Tests;

/// <summary>What came of the tests of flows.</summary>
/// <param name="Report">The tests.</param>
/// <param name="Reading">The workspace, with what is wrong with test files.</param>
internal sealed record TestSummary(FlowTestReport Report, FlowSetReading Reading) : IFormedReport
{
    /// <summary>The files that were brought up to date.</summary>
    public ImmutableArray<string> Updated { get; init; } = [];

    /// <summary>Whether coverage is told.</summary>
    public bool TellsCoverage { get; init; }

    /// <summary>How much tests have to touch, in percent; none where nothing is demanded.</summary>
    public int? MinimumCoverage { get; init; }

    /// <summary>Whether anything is not as it should be.</summary>
    public bool Fails => Failed > 0 || !Faults.IsEmpty || Report.Results.IsEmpty || MissesCoverage;

    /// <summary>Whether tests touch less than what is demanded.</summary>
    public bool MissesCoverage => Percent < MinimumCoverage;

    /// <summary>How many tests failed.</summary>
    public int Failed => Report.Results.Count(result => !result.Passed);

    /// <summary>What is wrong with test files.</summary>
    public ImmutableArray<Diagnostic> Faults => [.. Reading.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error)];

    /// <summary>What tests touch of all flows, in percent.</summary>
    public int Percent => FlowCoverage.PercentOf(Report.Coverage.Sum(flow => flow.Touched), Report.Coverage.Sum(flow => flow.Points.Length));

    /// <inheritdoc/>
    public void Write(TextPage page) => new TestText(this).Write(page);

    /// <inheritdoc/>
    public void Write(Utf8JsonWriter json) => new TestJson(this).Write(json);

    /// <inheritdoc/>
    public void Write(string form, TextWriter writer) => TestJunit.Write(writer, this);
}
