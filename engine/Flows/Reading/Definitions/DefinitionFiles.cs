using System.Collections.Immutable;
using SesamTalk.Connectors.Definitions;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Systems;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Drafts;
using SesamTalk.Engine.Flows.Reading.Shape;
using SesamTalk.Engine.Flows.Reading.Yaml;

namespace SesamTalk.Engine.Flows.Reading.Definitions;

/// <summary>Reads the definition files that systems name.</summary>
internal sealed class DefinitionFiles(SourceFiles files, string systemsFolder, ICollection<Diagnostic> faults, DefinitionFiles? before = null)
{
    // Stands for a secret while a file is checked, so that no message can hold one.
    private const string Masked = "secret";

    private readonly Dictionary<string, SourceNode?> _roots = before?._roots ?? new(StringComparer.Ordinal);

    /// <summary>The root of the file that a system names, parsed once however many name it; <see langword="null"/> where there is none.</summary>
    public SourceNode? RootOf(SystemDraft draft)
    {
        if (draft.Definition is not { } named)
        {
            return null;
        }

        var path = Path.GetFullPath(Path.Combine(systemsFolder, named.Value));
        if (!_roots.TryGetValue(path, out var root))
        {
            root = files.Parse(path, named.Place);
            _roots.Add(path, root);
        }

        return root;
    }

    /// <summary>What the file of a system says; <see langword="null"/> where it has faults.</summary>
    /// <param name="reader">The connector that understands it.</param>
    /// <param name="root">The file.</param>
    /// <param name="declared">The settings that it declares.</param>
    /// <param name="given">The settings of the system: as they stand, and with references resolved.</param>
    /// <param name="entities">The entities of the system.</param>
    public IConnectorDefinition? Read(
        IDefinitionReader reader,
        SourceNode root,
        ImmutableArray<SettingDescription> declared,
        IReadOnlyDictionary<string, (string Raw, string Resolved)> given,
        ImmutableArray<EntityDescription> entities)
    {
        var found = new List<Diagnostic>();
        var shown = Fill(root, declared, setting => given.TryGetValue(setting.Name, out var it) ? Shown(setting, it) : null, found);
        var accepted = ShapeChecker.Accepts(Schemas.Of(reader), root: shown, FileKind.Definition, found) ? (MappingNode)shown : null;
        var reading = accepted is null ? null : reader.ReadDefinition(DefinitionNodes.Of(accepted), entities);
        found.AddRange(reading?.Faults.Select(fault => DefinitionFaults.Of(root.Place.File, fault)) ?? []);
        found.Where(fault => !faults.Contains(fault)).ToList().ForEach(faults.Add);
        if (found.Count > 0)
        {
            return null;
        }

        var filled = Fill(root, declared, setting => given.TryGetValue(setting.Name, out var it) ? it.Resolved : null, []);
        return reader.ReadDefinition(DefinitionNodes.Of((MappingNode)filled), entities).Definition;
    }

    private static string Shown(SettingDescription setting, (string Raw, string Resolved) value) =>
        setting.Secret || value.Raw.Contains("${secret:", StringComparison.Ordinal) ? Masked
        : References.HasAny(value.Resolved) ? setting.Default ?? value.Resolved
        // What a variable that is not set would stand for is open: it is told where the variable is named, and nowhere else.
        : value.Resolved.Length == 0 && References.HasAny(value.Raw) ? setting.Default ?? value.Raw
        : value.Resolved;

    private static SourceNode Fill(
        SourceNode root, ImmutableArray<SettingDescription> declared, Func<SettingDescription, string?> value, ICollection<Diagnostic> faults)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var setting in declared)
        {
            if ((value(setting) ?? setting.Default ?? (setting.Mandatory ? null : string.Empty)) is { } text)
            {
                values[setting.Name] = text;
            }
        }

        return new SettingFiller(values, [.. declared.Select(setting => setting.Name)], faults).Fill(root);
    }
}
