using System.Runtime.InteropServices;
using System.Text.Json;
using SesamTalk.Sqlite;

namespace SesamTalk.Benchmarks.Reporting;

/// <summary>The result for a program: one JSON document.</summary>
/// <param name="FormatVersion">The version of this form.</param>
/// <param name="Machine">Where it was measured.</param>
/// <param name="Repeats">How often; the lines hold medians.</param>
/// <param name="Measurements">The lines.</param>
internal sealed record ResultDocument(int FormatVersion, MachineDescription Machine, int Repeats, IReadOnlyList<Measurement> Measurements)
{
    private static readonly JsonSerializerOptions Form = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>The document of a result that was measured here.</summary>
    public static ResultDocument Of(int repeats, IReadOnlyList<Measurement> measurements) => new(1, MachineDescription.Here(), repeats, measurements);

    /// <summary>The document as text.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Form);
}

/// <summary>Where something was measured.</summary>
/// <param name="Processors">How many processors there are.</param>
/// <param name="System">The operating system.</param>
/// <param name="Runtime">The version of .NET.</param>
/// <param name="Sqlite">The version of SQLite.</param>
internal sealed record MachineDescription(int Processors, string System, string Runtime, string Sqlite)
{
    /// <summary>This machine.</summary>
    public static MachineDescription Here() => new(
        Environment.ProcessorCount, RuntimeInformation.OSDescription, RuntimeInformation.FrameworkDescription, SqliteLibrary.Initialize().ToString());
}
