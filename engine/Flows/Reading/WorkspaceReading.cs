using System.Collections.Immutable;
using SesamTalk.Connectors.Systems;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Drafts;
using SesamTalk.Engine.Flows.Reading.Pages;
using SesamTalk.Engine.Flows.Reading.Shape;
using SesamTalk.Engine.Flows.Reading.Views;
using SesamTalk.Engine.Flows.Rules;
using SesamTalk.Engine.Testing;
using SesamTalk.Engine.Testing.Reading;
using DocumentFormCheck = SesamTalk.Engine.Documents.DocumentFormCheck;
using DocumentForms = SesamTalk.Engine.Documents.DocumentForms;

namespace SesamTalk.Engine.Flows.Reading;

/// <summary>One reading of a workspace, layer by layer, each only on what the one before accepted.</summary>
internal sealed class WorkspaceReading(WorkspaceLocation location, IReadOnlyList<IConnector> connectors, FlowSetOptions options)
{
    private const string PageEnding = ".md";

    private readonly List<Diagnostic> _faults = [];
    private readonly string _systemsFolder = Path.GetDirectoryName(location.SystemsFile)!;
    private readonly HashSet<string> _unreported = new(StringComparer.Ordinal);
    private Workspace? _workspace;
    private SetView? _view;
    private ImmutableDictionary<string, ImmutableHashSet<string>> _uses = ImmutableDictionary<string, ImmutableHashSet<string>>.Empty;
    private Rebinding? _rebinding;

    /// <summary>Reads everything. All files are parsed before the first is held against a schema: schemas are read meanwhile.</summary>
    public FlowSetReading Read()
    {
        Schemas.Prepare();
        var files = new SourceFiles(location.Folder, _faults);
        var systems = files.Parse(location.SystemsFile);
        var paths = FlowFiles.Below(_systemsFolder, options.Paths);
        var flows = paths.AsParallel().AsOrdered().Select(path => new FlowReading(path, location.Folder)).ToList();
        var drafts = flows.AsParallel().AsOrdered().Select(flow => flow.Draft()).ToList().OfType<FlowDraft>().ToList();
        flows.ForEach(flow => Take(flow, files));
        CheckPages(files);
        var set = files.Accept(systems, FileKind.Systems) is { } root
            ? Assemble(SystemsDraftReader.Read(root), drafts, drafts.Count == paths.Count, files)
            : null;
        var tests = options.ReadsTests && _view is { } view ? ReadTests(files, view) : [];
        if (options.ChecksDocuments)
        {
            var documents = DocumentForms.Roots(files, Below(DocumentForms.Suffix, files));
            _faults.AddRange(_view is { } formed ? DocumentFormCheck.Of(documents, formed) : []);
        }

        foreach (var fault in _faults.Where(SystemFaults.IsAboutSecret))
        {
            files.Hide(fault.Place);
        }

        return new FlowSetReading(set, Reported(), files.Texts)
        {
            Workspace = _workspace,
            View = _view,
            Tests = tests,
            Uses = _uses.AddRange(tests.Select(test => KeyValuePair.Create(test.File, UsesOf(test, drafts)))),
            Files = [.. files.Texts.Keys.Where(file => !_unreported.Contains(file)).Order(StringComparer.Ordinal)],
            Rebinding = set is null ? null : _rebinding,
            Flows = [.. drafts.OrderBy(d => d.Name, StringComparer.Ordinal).Select(Outline)],
        };
    }

    // What is wrong with a test is found when the set is made already: it never keeps a set from being run.
    private ImmutableArray<FlowTestFile> ReadTests(SourceFiles files, SetView view) =>
        new TestFiles(files, view, _faults).Read(Below(TestFiles.Suffix, files));

    private IReadOnlyList<string> Below(string suffix, SourceFiles files)
    {
        var paths = FlowFiles.Below(_systemsFolder, options.Paths, suffix);
        _unreported.UnionWith(paths.Where(path => !options.Paths.IsEmpty && !FlowFiles.IsUnder(path, options.Paths)).Select(files.ShownName));
        return paths;
    }

    // A test has to do with its flow, and with all that its flow has to do with.
    private ImmutableHashSet<string> UsesOf(FlowTestFile test, IEnumerable<FlowDraft> drafts)
    {
        var flow = drafts.First(draft => draft.Name == test.Flow).Place.File;
        return _uses.GetValueOrDefault(flow, []).Add(flow);
    }

    private void CheckPages(SourceFiles files)
    {
        var pages = new PageCheck(connectors, _faults);
        foreach (var path in options.Paths.Where(path => path.EndsWith(PageEnding, StringComparison.OrdinalIgnoreCase)))
        {
            if (files.TextOf(Path.GetFullPath(path)) is { } page)
            {
                pages.Check(page);
            }
        }
    }

    private void Take(FlowReading flow, SourceFiles files)
    {
        if (!options.Paths.IsEmpty && !FlowFiles.IsUnder(flow.Path, options.Paths))
        {
            _unreported.Add(files.ShownName(flow.Path));
        }

        _faults.AddRange(flow.Faults);
        files.Take(flow.Files);
    }

    private FlowSet? Assemble(SystemsDraft draft, List<FlowDraft> flows, bool isComplete, SourceFiles files)
    {
        var profile = ProfileChoice.Of(draft, options.Profile, _faults);
        _faults.AddRange(ProfileChoice.Check(draft));
        var secrets = options.ResolvesReferences ? new SecretSource(location.Folder, options.Environment) : null;
        var views = new SystemViews(files, _systemsFolder, connectors, secrets, _faults);
        var state = StatePath.Of(Resolved(profile?.State ?? draft.State, views), location.Folder, _faults);
        var drafts = draft.Systems.Select(s => ProfileChoice.Apply(s, profile)).ToImmutableArray();
        var systems = drafts.Zip(draft.Systems, (applied, written) => views.Of(applied) with { Written = ProfileChoice.WrittenFor(written, draft) }).ToImmutableArray();
        var set = new SetView(systems, View(flows, systems), isComplete) { Profile = profile?.Name.Value };
        _rebinding = secrets is null ? null : new Rebinding(set, drafts, (environment, faults) => new SystemViews(
            files, _systemsFolder, connectors, new SecretSource(location.Folder, environment), faults, views));
        Check(draft, set);
        _view = set;
        _uses = FileUses.Of(set, draft.Place.File, named => files.ShownName(Path.GetFullPath(named, _systemsFolder)));
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
