using System.Collections.Immutable;
using System.Text.Json;
using SesamTalk.Connectors.Systems;

namespace SesamTalk.Cli.Output;

/// <summary>What was looked at: the files, or a system.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Connector">The adapter of a system.</param>
/// <param name="Examinations">What was found.</param>
internal sealed record Patient(string Name, string? Connector, ImmutableArray<Examination> Examinations);

/// <summary>Whether a run would work.</summary>
/// <param name="Patients">The files and the systems.</param>
internal sealed record DoctorReport(ImmutableArray<Patient> Patients) : IReport
{
    private const int LayerWidth = 12;

    /// <inheritdoc/>
    public void Write(TextPage page)
    {
        foreach (var patient in Patients)
        {
            page.Heading(patient.Connector is null ? patient.Name : $"{patient.Name} ({patient.Connector})");
            if (patient.Examinations.IsEmpty)
            {
                page.Line("  no flow works on it");
            }

            foreach (var found in patient.Examinations)
            {
                Write(page, found);
            }
        }

        page.Line();
        page.Line(Summary());
    }

    /// <inheritdoc/>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteNumber("failures", CountOf(ExaminationResult.Failure));
        json.WriteNumber("warnings", CountOf(ExaminationResult.Warning));
        json.WriteList("examined", Patients, patient =>
        {
            json.WriteString("name", patient.Name);
            json.WriteString("connector", patient.Connector);
            json.WriteList("examinations", patient.Examinations, found =>
            {
                json.WriteString("layer", Word(found.Layer));
                json.WriteString("result", found.Result switch { ExaminationResult.Fine => "ok", ExaminationResult.Warning => "warning", _ => "failure" });
                json.WriteString("message", found.Message);
                json.WriteString("cure", found.Cure);
            });
        });
    }

    private static void Write(TextPage page, Examination found)
    {
        var result = found.Result switch { ExaminationResult.Fine => "ok  ", ExaminationResult.Warning => "WARN", _ => "FAIL" };
        page.Line($"  {result} {Word(found.Layer).PadRight(LayerWidth)} {found.Message}");
        if (found.Cure is { } cure)
        {
            page.Line($"       What to do: {cure}");
        }
    }

    private string Summary() => (CountOf(ExaminationResult.Failure), CountOf(ExaminationResult.Warning)) switch
    {
        (0, 0) => "All is well. Next: 'sesamtalk run'.",
        (0, var warnings) => $"{Count.Of(warnings, "warning")}; a run will work. Next: 'sesamtalk run'.",
        (var failures, 0) => $"{Count.Of(failures, "failure")}.",
        var (failures, warnings) => $"{Count.Of(failures, "failure")}, {Count.Of(warnings, "warning")}.",
    };

    private int CountOf(ExaminationResult result) => Patients.Sum(patient => patient.Examinations.Count(found => found.Result == result));

    private static string Word(ExaminationLayer layer) => layer.ToString().ToLowerInvariant();
}
