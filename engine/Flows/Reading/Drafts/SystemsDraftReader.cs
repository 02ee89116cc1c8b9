using System.Collections.Immutable;
using SesamTalk.Engine.Flows.Reading.Yaml;

namespace SesamTalk.Engine.Flows.Reading.Drafts;

/// <summary>Makes a draft of a <c>systems.yaml</c> whose shape was accepted.</summary>
internal static class SystemsDraftReader
{
    /// <summary>The draft.</summary>
    public static SystemsDraft Read(MappingNode root) => new(root.Place)
    {
        State = root.Text("state"),
        Profile = root.Text("profile"),
        ReadEvery = root.Text("read_every")?.Value,
        ClusterAtMost = root.Mapping("clusters")?.Number("at_most"),
        Several = root.Mapping("clusters")?.Texts("several") ?? [],
        Systems = [.. root.Mappings("systems").Select(s => System(s.Key, s.Value))],
        Profiles = [.. root.Mappings("profiles").Select(p => Profile(p.Key, p.Value))],
    };

    private static SystemDraft System(Located<string> name, MappingNode system) => new(name, system.Number("rank") ?? 0)
    {
        Names = system.Texts("names"),
        Entities = system.Text("entities"),
        Connector = system.Text("connector"),
        Definition = system.Text("definition"),
        Settings = Settings(system),
    };

    private static ProfileDraft Profile(Located<string> name, MappingNode profile) => new(name)
    {
        SampleData = profile.Text("sample_data")?.Value,
        State = profile.Text("state"),
        ReadEvery = profile.Text("read_every")?.Value,
        Systems =
        [
            .. profile.Mappings("systems").Select(s => new SystemOverlayDraft(s.Key, s.Value.Text("connector"), s.Value.Text("definition"), Settings(s.Value))),
        ],
    };

    private static ImmutableArray<SettingDraft> Settings(MappingNode system) =>
    [
        .. (system.Mapping("settings")?.Entries ?? [])
            .Select(e => new SettingDraft(NodeReading.Located(e.Key), NodeReading.Located((ScalarNode)e.Value))),
    ];
}
