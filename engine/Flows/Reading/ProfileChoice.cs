using System.Collections.Immutable;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Drafts;

namespace SesamTalk.Engine.Flows.Reading;

/// <summary>Chooses the profile of a workspace and lays it over the systems.</summary>
internal static class ProfileChoice
{
    /// <summary>The profile that holds, or <see langword="null"/>; the faults tell of one that is not there.</summary>
    /// <param name="draft">The workspace.</param>
    /// <param name="wanted">The profile that was asked for, or <see langword="null"/> for the one that the file names.</param>
    /// <param name="faults">Receives what is wrong.</param>
    public static ProfileDraft? Of(SystemsDraft draft, string? wanted, ICollection<Diagnostic> faults)
    {
        var names = draft.Profiles.Select(p => p.Name.Value).ToList();
        var name = wanted ?? draft.Profile?.Value;
        var profile = draft.Profiles.FirstOrDefault(p => p.Name.Value == name);
        if (name is not null && profile is null)
        {
            faults.Add(SystemFaults.UnknownProfile(wanted is null ? draft.Profile!.Value.Place : draft.Place, name, names));
        }

        return profile;
    }

    /// <summary>What is wrong with the profiles themselves.</summary>
    public static IEnumerable<Diagnostic> Check(SystemsDraft draft) =>
        from profile in draft.Profiles
        from system in profile.Systems
        where draft.Systems.All(s => s.Name.Value != system.Name.Value)
        select SystemFaults.StrangerInProfile(
            system.Name.Place, profile.Name.Value, system.Name.Value, [.. draft.Systems.Select(s => s.Name.Value)]);

    /// <summary>A system with what the profile says of it.</summary>
    public static SystemDraft Apply(SystemDraft system, ProfileDraft? profile) =>
        profile?.Systems.FirstOrDefault(s => s.Name.Value == system.Name.Value) is not { } overlay ? system : system with
        {
            Connector = overlay.Connector ?? system.Connector,
            Definition = overlay.Definition ?? (IsOther(system, overlay) ? null : system.Definition),
            Settings = Settings(system, overlay),
        };

    /// <summary>The settings that the file gives a system, in whatever profile.</summary>
    public static ImmutableArray<SettingDraft> WrittenFor(SystemDraft system, SystemsDraft draft) =>
    [
        .. system.Settings,
        .. draft.Profiles.SelectMany(profile => profile.Systems).Where(overlay => overlay.Name.Value == system.Name.Value).SelectMany(overlay => overlay.Settings),
    ];

    private static bool IsOther(SystemDraft system, SystemOverlayDraft overlay) =>
        overlay.Connector is { } connector && connector.Value != system.Connector?.Value;

    // Another connector has other settings; under the same connector the profile says only what differs.
    private static ImmutableArray<SettingDraft> Settings(SystemDraft system, SystemOverlayDraft overlay) =>
        IsOther(system, overlay)
            ? overlay.Settings
            : [.. system.Settings.Where(s => overlay.Settings.All(o => o.Name.Value != s.Name.Value)), .. overlay.Settings];
}
