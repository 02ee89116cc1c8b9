using System.Collections.Immutable;
using SesamTalk.Connectors.Systems;
using SesamTalk.Engine.Flows.Reading.Yaml;

namespace SesamTalk.Engine.Flows.Reading.Definitions;

/// <summary>The settings that a definition file declares. They are needed before its shape is checked, so what is odd is passed over here.</summary>
internal static class DeclaredSettings
{
    /// <summary>The settings, in the order of the file.</summary>
    public static ImmutableArray<SettingDescription> Of(SourceNode? root) =>
        [.. ((root as MappingNode)?.Mappings("settings") ?? []).Select(setting => Describe(setting.Key.Value, setting.Value))];

    private static SettingDescription Describe(string name, MappingNode setting)
    {
        var fallback = setting.Text("default")?.Value;
        return new SettingDescription(name, setting.Text("meaning")?.Value ?? string.Empty)
        {
            Default = fallback,
            Mandatory = fallback is null && !setting.IsTrue("optional"),
            Secret = setting.IsTrue("secret"),
            Unconfirmed = setting.IsTrue("unconfirmed"),
            Allowed = [.. setting.Texts("allowed").Select(text => text.Value)],
        };
    }
}
