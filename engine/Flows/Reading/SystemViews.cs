using System.Collections.Immutable;
using SesamTalk.Connectors.Definitions;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Systems;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Definitions;
using SesamTalk.Engine.Flows.Reading.Drafts;
using SesamTalk.Engine.Flows.Reading.Views;
using SesamTalk.Engine.Flows.Rules;

namespace SesamTalk.Engine.Flows.Reading;

/// <summary>Looks the connectors and entities of systems up.</summary>
internal sealed class SystemViews(
    SourceFiles files,
    string systemsFolder,
    IReadOnlyList<IConnector> connectors,
    SecretSource? secrets,
    ICollection<Diagnostic> faults,
    SystemViews? before = null)
{
    // What was read before is not read again: of a definition only what is filled in is other.
    private readonly Dictionary<string, ImmutableArray<EntityDescription>?> _entities = before?._entities ?? new(StringComparer.Ordinal);
    private readonly DefinitionFiles _definitions = new(files, systemsFolder, faults, before?._definitions);

    /// <summary>The system with what it names looked up.</summary>
    public SystemView Of(SystemDraft draft)
    {
        var entities = Entities(draft);
        var connector = Connector(draft);
        var root = connector is IDefinitionReader ? _definitions.RootOf(draft) : null;
        var declared = DeclaredSettings.Of(root);
        var settings = draft.Settings.ToDictionary(s => s.Name.Value, s => (Raw: s.Value.Value, Resolved: Resolve(s.Value)), StringComparer.Ordinal);
        return new SystemView(draft, connector, entities ?? [])
        {
            KnowsEntities = entities is not null,
            Settings = settings.ToImmutableDictionary(s => s.Key, s => s.Value.Resolved, StringComparer.Ordinal),
            KnownSettings = [.. connector?.Settings ?? [], .. declared],
            Definition = connector is IDefinitionReader reader && root is not null ? _definitions.Read(reader, root, declared, settings, entities ?? []) : null,
        };
    }

    /// <summary>A text with its references resolved, where that is wanted.</summary>
    public string Resolve(Located<string> value)
    {
        if (References.Malformed(value) is { } malformed)
        {
            faults.Add(malformed);
            return value.Value;
        }

        return secrets is null ? value.Value : References.Resolve(value, secrets, faults);
    }

    private IConnector? Connector(SystemDraft draft)
    {
        var connector = connectors.FirstOrDefault(c => c.Name == draft.Connector?.Value);
        if (connector is null && draft.Connector is { } named)
        {
            faults.Add(SystemFaults.UnknownConnector(named.Place, named.Value, [.. connectors.Select(c => c.Name).Order(StringComparer.Ordinal)]));
        }

        return connector;
    }

    // Systems may share a description; it is read, and complained of, once.
    private ImmutableArray<EntityDescription>? Entities(SystemDraft draft)
    {
        if (draft.Entities is not { } named)
        {
            return null;
        }

        var path = Path.GetFullPath(Path.Combine(systemsFolder, named.Value));
        if (!_entities.TryGetValue(path, out var entities))
        {
            entities = Read(path, named.Place);
            _entities.Add(path, entities);
        }

        return entities;
    }

    private ImmutableArray<EntityDescription>? Read(string path, Place namedAt)
    {
        if (files.Read(path, FileKind.Entities, namedAt) is not { } root)
        {
            return null;
        }

        var drafts = EntityDraftReader.Read(root);
        foreach (var fault in RuleBook.ForEntities.SelectMany(rule => drafts.SelectMany(d => rule.Check(d, drafts))))
        {
            faults.Add(fault);
        }

        return [.. drafts.Select(d => d.Description)];
    }
}
