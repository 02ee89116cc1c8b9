using System.Text.Json;

namespace SesamTalk.Cli.Output;

/// <summary>A system that can be reached now, as far as a consent is concerned.</summary>
/// <param name="System">Its name.</param>
/// <param name="Kept">The folder that holds what came of the consent; <see langword="null"/> where none was needed.</param>
internal sealed record ConnectReport(string System, string? Kept) : IReport
{
    /// <inheritdoc/>
    public void Write(TextPage page)
    {
        page.Line(Kept is null
            ? $"{System} asks for no consent: it is reached with its settings in systems.yaml. Nothing was done."
            : $"{System} is connected. What came of the consent is kept in {Kept}, in a file that only you may read.");
        page.Line($"Next: 'sesamtalk doctor {System}' looks whether it can be worked with.");
    }

    /// <inheritdoc/>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteString("system", System);
        json.WriteBoolean("consent_needed", Kept is not null);
        json.WriteString("kept", Kept);
    }
}
