using System.Collections.Immutable;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Cli.Workspaces;

/// <summary>What of a check is reported. The whole workspace is read and checked all the same.</summary>
/// <param name="Folder">The folder from which diagnostics name files.</param>
/// <param name="Selection">The flows that are wanted.</param>
/// <param name="Changed">The files that changed, where only they are wanted.</param>
internal sealed record CheckScope(string Folder, Selection Selection, ChangedFiles? Changed)
{
    private ImmutableHashSet<string> _changed = [];
    private ImmutableHashSet<string> _selected = [];
    private ImmutableHashSet<string>? _concerned;

    /// <summary>The scope with what concerns changed files: they themselves, and files that refer to them.</summary>
    public CheckScope Over(FlowSetReading reading)
    {
        ImmutableHashSet<string> changed = [.. reading.Sources.Keys.Where(IsChanged)];
        return this with
        {
            _changed = changed,
            _selected = [.. Selection.Flows.Select(flow => flow.Place.File), .. reading.Tests.Where(test => Selection.Flows.Any(flow => flow.Name == test.Flow)).Select(test => test.File)],
            _concerned = Changed is null || IsFlowGone ? null : [.. changed, .. reading.Uses.Where(use => use.Value.Overlaps(changed)).Select(use => use.Key)],
        };
    }

    /// <summary>Whether a file is reported on.</summary>
    public bool Takes(string file) =>
        (Selection.IsAll || _selected.Contains(file)) && (_concerned is null || _concerned.Contains(file));

    /// <summary>Whether a diagnostic is reported: its file is, or it has to do with a file that changed.</summary>
    public bool Takes(Diagnostic diagnostic) => Takes(diagnostic.Place.File)
        || (Selection.IsAll && diagnostic.Related.Any(related => _changed.Contains(related.Place.File)));

    // Who referred to a flow that is gone is not known any more: that may be anybody.
    private bool IsFlowGone => Changed!.Paths.Any(path => path.EndsWith(".flow.yaml", StringComparison.Ordinal) && !File.Exists(path));

    private bool IsChanged(string file) => Changed is not null && Changed.Paths.Contains(Path.GetFullPath(file, Folder));
}
