using System.Text.RegularExpressions;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Yaml;

namespace SesamTalk.Engine.Flows.Reading.Definitions;

/// <summary>
/// Fills <c>${setting:NAME}</c> in the keys and single texts of a definition file. A text that is nothing but a reference becomes what it
/// stands for, so a number or a truth value may be a setting; within a longer text it stays text.
/// </summary>
/// <param name="values">The value of each setting that has one.</param>
/// <param name="declared">The names of the settings that the file declares.</param>
/// <param name="faults">Receives references to settings that are not declared.</param>
internal sealed partial class SettingFiller(
    IReadOnlyDictionary<string, string> values, IReadOnlyList<string> declared, ICollection<Diagnostic> faults)
{
    /// <summary>The file with its settings filled in, each node where it was.</summary>
    public SourceNode Fill(SourceNode node) => node switch
    {
        MappingNode mapping => new MappingNode(mapping.Place, [.. mapping.Entries.Select(e => new MappingEntry((ScalarNode)Fill(e.Key), Fill(e.Value)))]),
        ListNode list => new ListNode(list.Place, [.. list.Items.Select(Fill)]),
        ScalarNode { Kind: ScalarKind.Text } text when text.Text.Contains("${", StringComparison.Ordinal) => FillText(text),
        _ => node,
    };

    private ScalarNode FillText(ScalarNode text)
    {
        var isWhole = Reference().Match(text.Text) is { Success: true } only && only.Length == text.Text.Length;
        return new ScalarNode(text.Place, Reference().Replace(text.Text, found => ValueOf(found, text.Place)), quoted: !isWhole);
    }

    // What is optional and was not given is empty; what is mandatory and was not given has a fault of its own and stays as it stands.
    private string ValueOf(Match reference, Place place)
    {
        var name = reference.Groups[1].Value;
        if (!declared.Contains(name))
        {
            faults.Add(DefinitionFaults.UnknownSetting(place, name, declared));
        }

        return values.GetValueOrDefault(name, reference.Value);
    }

    [GeneratedRegex(@"\$\{setting:([A-Za-z0-9_.-]+)\}")]
    private static partial Regex Reference();
}
