using SesamTalk.Connectors.Systems;

namespace SesamTalk.Cli.Output;

/// <summary>What was found in a system, with one line for all settings of it that are only assumed.</summary>
internal static class TogetherTold
{
    /// <summary>The lines.</summary>
    public static IEnumerable<Examination> Of(Patient patient)
    {
        string[] assumed = [.. patient.Examinations.Select(found => found.Assumed).OfType<string>()];
        return assumed.Length < 2
            ? patient.Examinations
            : patient.Examinations.Where(found => found.Assumed is null).Prepend(Examination.Warning(
                ExaminationLayer.Files,
                $"{Count.Of(assumed.Length, "setting")} are assumed and not confirmed: {string.Join(", ", assumed)}",
                $"'sesamtalk doctor {patient.Name}' tells each, with what it is taken to be."));
    }
}
