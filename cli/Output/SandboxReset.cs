using System.Collections.Immutable;
using System.Text.Json;

namespace SesamTalk.Cli.Output;

/// <summary>What a reset of the sandbox did.</summary>
/// <param name="Databases">The databases that were made anew.</param>
/// <param name="State">The state that was taken away, if there was one.</param>
internal sealed record SandboxReset(ImmutableArray<string> Databases, string? State) : IReport
{
    /// <inheritdoc/>
    public void Write(TextPage page)
    {
        page.Line($"Made {Count.Of(Databases.Length, "database")} anew:");
        foreach (var database in Databases)
        {
            page.Line($"  {database}");
        }

        page.Line(State is null ? "There was no state to take away." : $"Took the state {State} away.");
        page.Line("Next: 'sesamtalk run' brings them into agreement.");
    }

    /// <inheritdoc/>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteTexts("databases", Databases);
        json.WriteString("state_removed", State);
    }
}
