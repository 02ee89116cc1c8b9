using System.Collections.Immutable;
using SesamTalk.Connectors.Systems;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Drafts;
using SesamTalk.Engine.Flows.Reading.Shape;
using SesamTalk.Engine.Flows.Reading.Views;
using SesamTalk.Engine.Flows.Reading.Yaml;
using SesamTalk.Engine.Flows.Rules;

namespace SesamTalk.Engine.Flows.Reading;

/// <summary>One reading of a workspace, layer by layer, each only on what the one before accepted.</summary>
internal sealed class WorkspaceReading(WorkspaceLocation location, IReadOnlyList<IConnector> connectors, FlowSetOptions options)
{
    private readonly List<Diagnostic> _faults = [];
    private readonly string _systemsFolder = Path.GetDirectoryName(location.SystemsFile)!;
    private readonly HashSet<string> _unreported = new(StringComparer.Ordinal);
    private Workspace? _workspace;
    private Rebinding? _rebinding;

    /// <summary>Reads everything. All files are parsed before the first is held against a schema: schemas are read meanwhile.</summary>
    public FlowSetReading Read()
    {
        Schemas.Prepare();
        var files = new SourceFiles(location.Folder, _faults);
        var systems = files.Parse(location.SystemsFile);
        var paths = FlowFiles.Below(_systemsFolder, options.Paths);
        var flows = paths.Select(p => (Path: p, Root: files.Parse(p))).ToList();
        var drafts = flows.Select(f => Draft(files, f.Path, f.Root)).OfType<FlowDraft>().ToList();
        var set = files.Accept(systems, FileKind.Systems) is { } root
            ? Assemble(SystemsDraftReader.Read(root), drafts, drafts.Count == paths.Count, files)
            : null;
        foreach (var fault in _faults.Where(SystemFaults.IsAboutSecret))
        {
            files.Hide(fault.Place);
        }

        return new FlowSetReading(set, Reported(), files.Texts)
        {
            Workspace = _workspace,
            Rebinding = set is null ? null : _rebinding,
            Flows = [.. drafts.OrderBy(d => d.Name, StringComparer.Ordinal).Select(Outline)],
        };
    }

    private FlowDraft? Draft(SourceFiles files, string path, SourceNode? parsed)
    {
        if (!options.Paths.IsEmpty && !FlowFiles.IsUnder(path, options.Paths))
        {
            _unreported.Add(files.ShownName(path));
        }

        return files.Accept(parsed, FileKind.Flow) is not { } root ? null : FlowDraftReader.Read(FlowFiles.NameOf(path), root, _faults);
    }

    private FlowSet? Assemble(SystemsDraft draft, List<FlowDraft> flows, bool isComplete, SourceFiles files)
    {
        var profile = ProfileChoice.Of(draft, options.Profile, _faults);
        _faults.AddRange(ProfileChoice.Check(draft));
        var secrets = options.ResolvesReferences ? new SecretSource(location.Folder, options.Environment) : null;
        var views = new SystemViews(files, _systemsFolder, connectors, secrets, _faults);
        var state = StatePath.Of(Resolved(profile?.State ?? draft.State, views), location.Folder, _faults);
        var drafts = draft.Systems.Select(s => ProfileChoice.Apply(s, profile)).ToImmutableArray();
        var systems = drafts.Select(views.Of).ToImmutableArray();
        var set = new SetView(systems, View(flows, systems), isComplete) { Profile = profile?.Name.Value };
        _rebinding = secrets is null ? null : new Rebinding(set, drafts, (environment, faults) => new SystemViews(
            files, _systemsFolder, connectors, new SecretSource(location.Folder, environment), faults, views));
        Check(draft, set);
        _workspace = FlowSetBuilder.Workspace(location.Folder, state, draft, profile, set);
        return _faults.Exists(f => f.Severity == Severity.Error) ? null : FlowSetBuilder.Build(_workspace, set);
    }

    private static FlowOutline Outline(FlowDraft draft) =>
        new(draft.Name, Outline(draft.Source), Outline(draft.Target), draft.Create.Value, draft.Place)
        {
            Document = draft.Document,
            Tags = draft.Tags,
            Rows = draft.Rows.Length,
            MatchRules = draft.Match.Length,
        };

    private static OutlinedSide Outline(SideDraft side) => new(side.System.Value, side.Entity.Value);

    private static Located<string>? Resolved(Located<string>? text, SystemViews views) =>
        text is { } given ? given with { Value = views.Resolve(given) } : null;

    private static ImmutableArray<FlowView> View(List<FlowDraft> flows, ImmutableArray<SystemView> systems) =>
        [.. flows.OrderBy(f => f.Name, StringComparer.Ordinal).Select(f => FlowViews.Of(f, systems))];

    private void Check(SystemsDraft draft, SetView set)
    {
        if (set.Flows.IsEmpty && set.IsComplete)
        {
            _faults.Add(FileFaults.NothingToRun(draft.Place));
        }

        _faults.AddRange(ClusterCheck.Of(draft, set));
        _faults.AddRange(RuleBook.ForSystems.SelectMany(rule => set.Systems.SelectMany(s => rule.Check(s, set))));
        _faults.AddRange(RuleBook.ForFlows.SelectMany(rule => set.Flows.SelectMany(f => rule.Check(f, set))));
        _faults.AddRange(RuleBook.ForElements.SelectMany(rule => set.Flows.SelectMany(f => f.Lists).SelectMany(elements => rule.Check(elements, set))));
        _faults.AddRange(RuleBook.ForSets.SelectMany(rule => rule.Check(set)));
    }

    private ImmutableArray<Diagnostic> Reported() => Diagnostic.InOrder(_faults.Where(f => !_unreported.Contains(f.Place.File)));
}
