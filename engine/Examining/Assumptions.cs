using SesamTalk.Connectors.Systems;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Engine.Examining;

/// <summary>Names what is only assumed of a system: settings that nobody has confirmed and that are still as they came.</summary>
internal static class Assumptions
{
    /// <summary>The settings, each with where it is set.</summary>
    public static IEnumerable<Examination> Of(SystemConfiguration system) => system.KnownSettings
        .Where(setting => setting.Unconfirmed && !system.Settings.ContainsKey(setting.Name))
        .Select(setting => Examination.Warning(
            ExaminationLayer.Files,
            $"'{setting.Name}' is {(string.IsNullOrEmpty(setting.Default) ? "not set" : $"'{setting.Default}'")}, which is assumed and not confirmed: {setting.Meaning}",
            $"Ask somebody who knows the system, and set '{setting.Name}' under 'settings' of {system.Name} in systems.yaml, also where '{setting.Default}' is right.") with { Assumed = setting.Name });
}
