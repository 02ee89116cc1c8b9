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
/// <param name="IsDetailed">Whether a person is told each setting that is only assumed, and not only of how many there are.</param>
internal sealed record DoctorReport(ImmutableArray<Patient> Patients, bool IsDetailed) : IReport
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

            foreach (var found in Told(patient))
            {
                Write(page, found);
            }
        }

        page.Line();
        page.Line(Summary([.. Patients.SelectMany(Told)]) + (Patients.Length == 1 ? " The systems were not looked at." : string.Empty));
    }

    /// <inheritdoc/>
    public void Write(Utf8JsonWriter json)
    {
        Examination[] all = [.. Patients.SelectMany(patient => patient.Examinations)];
        json.WriteNumber("failures", CountOf(all, ExaminationResult.Failure));
        json.WriteNumber("warnings", CountOf(all, ExaminationResult.Warning));
        json.WriteList("examined", Patients, patient =>
        {
            json.WriteString("name", patient.Name);
            json.WriteString("connector", patient.Connector);
            json.WriteList("examinations", patient.Examinations, found =>
            {
                json.WriteString("layer", Word(found.Layer));
                json.WriteString("result", found.Result switch { ExaminationResult.Fine => "ok", ExaminationResult.Warning => "warning", ExaminationResult.NotTried => "not_tried", _ => "failure" });
                json.WriteString("message", found.Message);
                json.WriteString("cure", found.Cure);
            });
        });
    }

    private static void Write(TextPage page, Examination found)
    {
        var result = found.Result switch { ExaminationResult.Fine => "ok  ", ExaminationResult.Warning => "WARN", ExaminationResult.NotTried => "--  ", _ => "FAIL" };
        page.Line($"  {result} {Word(found.Layer).PadRight(LayerWidth)} {found.Message}");
        if (found.Cure is { } cure)
        {
            page.Line($"       What to do: {cure}");
        }
    }

    private IEnumerable<Examination> Told(Patient patient) => IsDetailed ? patient.Examinations : TogetherTold.Of(patient);

    private static string Summary(Examination[] told) => (CountOf(told, ExaminationResult.Failure), CountOf(told, ExaminationResult.Warning)) switch
    {
        (0, 0) => "All is well. Next: 'sesamtalk run'.",
        (0, var warnings) => $"{Count.Of(warnings, "warning")}; a run will work. Next: 'sesamtalk run'.",
        (var failures, 0) => $"{Count.Of(failures, "failure")}.",
        var (failures, warnings) => $"{Count.Of(failures, "failure")}, {Count.Of(warnings, "warning")}.",
    };

    private static int CountOf(Examination[] told, ExaminationResult result) => told.Count(found => found.Result == result);

    private static string Word(ExaminationLayer layer) => layer.ToString().ToLowerInvariant();
}
