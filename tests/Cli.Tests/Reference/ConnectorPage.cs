using System.Globalization;
using System.Text;
using SesamTalk.Cli.Tests.Sandbox;
using SesamTalk.Connectors.Systems;
using SesamTalk.TestKit;
using YamlDotNet.RepresentationModel;

namespace SesamTalk.Cli.Tests.Reference;

/// <summary>The reference page of the connectors and their settings, made from what each connector and each shipped definition says.</summary>
internal static class ConnectorPage
{
    private const string Head = "| setting | allowed | default | meaning |\n|---|---|---|---|\n";

    private const string Introduction = """
        # Connectors and their settings

        A system of `systems.yaml` names its `connector`, and gives it `settings`. A setting in **bold** must be given. One that is *secret* must be a reference, `${env:NAME}` or `${secret:NAME}`. One that is *unconfirmed*
        rests on no source: `sesamtalk doctor SYSTEM` names those of a system, and setting one confirms it.

        This page is made from the connectors and the shipped definitions.

        """;

    public static string Text()
    {
        var page = new StringBuilder(Introduction);
        foreach (var connector in ShippedFlows.Connectors().OrderByDescending(connector => connector.Name, StringComparer.Ordinal))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {connector.Name}\n\n");
            page.Append(connector.Settings.IsEmpty ? "It has no settings of its own: the definition of a service (`*.connector.yaml`) declares them. These are shipped.\n" : Head);
            page.AppendJoin(string.Empty, connector.Settings.Select(Row));
        }

        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "connectors"), "*.connector.yaml", SearchOption.AllDirectories).Where(file => !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}")).Order(StringComparer.Ordinal))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## rest with {Path.GetFileName(file)}\n\n{Head}").AppendJoin(string.Empty, Declared(file).Select(Row));
            page.Append(FoundAgainPart.Of(Path.GetFileName(file).Split('.')[0]));
        }

        return page.ToString();
    }

    private static IEnumerable<SettingDescription> Declared(string file)
    {
        using var reader = File.OpenText(file);
        var stream = new YamlStream();
        stream.Load(reader);
        return ((YamlMappingNode)stream.Documents[0].RootNode["settings"]).Children.Select(it => Setting((YamlScalarNode)it.Key, (YamlMappingNode)it.Value));
    }

    private static SettingDescription Setting(YamlScalarNode name, YamlMappingNode said)
    {
        string? Of(string key) => said.Children.TryGetValue(key, out var value) ? (value as YamlScalarNode)?.Value : null;
        return new SettingDescription(name.Value!, Of("meaning")!)
        {
            Default = Of("default"),
            Secret = Of("secret") == "true",
            Unconfirmed = Of("unconfirmed") == "true",
            Mandatory = Of("default") is null && Of("optional") != "true",
            Allowed = said.Children.TryGetValue("allowed", out var allowed) ? [.. ((YamlSequenceNode)allowed).Select(it => ((YamlScalarNode)it).Value!)] : [],
        };
    }

    private static string Row(SettingDescription setting) =>
        $"| {(setting.Mandatory ? $"**`{setting.Name}`**" : $"`{setting.Name}`")} | {Codes(setting.Allowed)} | {Codes([setting.Default ?? string.Empty])} | {setting.Meaning}{(setting.Secret ? " *Secret.*" : string.Empty)}{(setting.Unconfirmed ? " *Unconfirmed.*" : string.Empty)} |\n";

    private static string Codes(IEnumerable<string> words) => string.Join(", ", words.Where(word => word.Length > 0).Select(word => $"`{word}`"));
}
