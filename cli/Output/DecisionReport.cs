using System.Text.Json;
using SesamTalk.Engine.Deciding;

namespace SesamTalk.Cli.Output;

/// <summary>What became of a decision that holds.</summary>
/// <param name="Outcome">The decision.</param>
internal sealed record DecisionReport(DecisionOutcome Outcome) : IReport
{
    /// <inheritdoc/>
    public void Write(TextPage page)
    {
        page.Line(Outcome.Message);
        page.Line(Outcome.Next ?? string.Empty);
    }

    /// <inheritdoc/>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteString("message", Outcome.Message);
        json.WriteString("next", Outcome.Next);
    }
}
