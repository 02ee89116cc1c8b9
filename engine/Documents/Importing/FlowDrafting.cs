using System.Collections.Immutable;

namespace SesamTalk.Engine.Documents;

/// <summary>Turns sections of one document into flows.</summary>
internal sealed class FlowDrafting(DataFlowDocument document, NameResolution names, ImportNotes notes)
{
    private readonly SideResolver _sources = new(names, document.Source);
    private readonly SideResolver _targets = new(names, document.Target);

    /// <summary>What <c>systems.yaml</c> lacks, after all sections.</summary>
    public IEnumerable<SystemAddition> Additions => _sources.Additions.Concat(_targets.Additions)
        .GroupBy(a => a.System, (_, both) => both.Aggregate(Join))
        .Where(a => !a.Names.IsEmpty);

    /// <summary>The flow of a section, under the name that was chosen for it.</summary>
    public FlowDraft Draft(DocumentSection section, string name)
    {
        ResolvedSide source = _sources.Resolve(section.Source, null);
        ResolvedSide target = _targets.Resolve(section.Target, section.TargetSystem);
        NoteSides(section, source, target);
        RowDrafting rows = new(source, target, notes);
        FlowDraft draft = new(name, section.Heading, document.Title, source, target)
        {
            Match = Match(section, rows),
            Rows = [.. section.Properties.Select(rows.Draft)],
        };
        return WithOpening(draft, section);
    }

    // Both sides of a document may be one system.
    private static SystemAddition Join(SystemAddition one, SystemAddition other) =>
        one with { Names = [.. one.Names.Union(other.Names, StringComparer.OrdinalIgnoreCase)] };

    private FlowDraft WithOpening(FlowDraft draft, DocumentSection section)
    {
        if (section.Opening.Kind == OpeningKind.Every)
            return draft;
        if (section.Opening.Kind == OpeningKind.Before)
            return section.Connection is { } connection ? WithConnection(draft, [.. Connected(connection)]) : draft with { Create = DraftedCreate.Never };
        notes.OpenCondition(section.Line, section.Heading);
        return draft with { Create = DraftedCreate.InWords, Description = section.Opening.Text };
    }

    private static FlowDraft WithConnection(FlowDraft draft, ImmutableArray<string> entities) =>
        draft with { Create = DraftedCreate.OnReference, OnReference = entities };

    // Only the first entity carries its system's name; what stands before the others is the same system.
    private IEnumerable<string> Connected(Connection connection)
    {
        ResolvedSide first = _sources.Resolve(connection.Entities[0], null);
        return connection.Entities.Skip(1).Select(word => EntityNames.Find(first.Known?.Entities ?? [], word, out _)).Prepend(first.Entity);
    }

    private ImmutableArray<(string Source, string Target)> Match(DocumentSection section, RowDrafting rows)
    {
        if (section.MergesExisting && section.Merge is null)
            notes.NoMergeTable(section.Line, section.Heading);
        return [.. (section.Merge ?? []).Where(rows.CanMatch).Select(r => (r.Source.Path, r.Target.Path))];
    }

    private void NoteSides(DocumentSection section, ResolvedSide source, ResolvedSide target)
    {
        if (section.TargetSystem.Length == 0 && target.Known is null)
            notes.NoSystem(section.Line, section.Heading);
        foreach (ResolvedSide side in (ReadOnlySpan<ResolvedSide>)[source, target])
        {
            if (side.Known is { Entities.IsEmpty: false } && side.Description is null)
                notes.UnknownEntity(section.Line, side);
        }
    }
}
