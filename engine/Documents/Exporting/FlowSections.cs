using System.Collections.Immutable;

namespace SesamTalk.Engine.Documents;

/// <summary>Makes sections of flows, in the words that a form tells where they still fit.</summary>
internal sealed class FlowSections
{
    private readonly string _titleTarget;
    private readonly SideWords _sources;
    private readonly SideWords _targets;

    /// <summary>The sections of one document.</summary>
    /// <param name="title">The title of the document.</param>
    /// <param name="names">The systems that are known.</param>
    public FlowSections(DocumentTitle title, NameResolution names)
    {
        _titleTarget = title.Target;
        _sources = new SideWords(names, title.Source);
        _targets = new SideWords(names, title.Target);
    }

    /// <summary>The section of a flow.</summary>
    public DocumentSection Of(SayableFlow flow, SectionForm? form)
    {
        string source = form is not null && _sources.Mean(form.Source, null, flow.Source) ? form.Source : _sources.Of(flow.Source);
        bool named = form is not null && _targets.Mean(form.Target, form.System, flow.Target);
        DocumentSection section = new(source, named ? form!.Target : _targets.Of(flow.Target), OpeningOf(flow))
        {
            TargetSystem = named ? form!.System : _targets.SystemOf(flow.Target),
            MergesExisting = flow.Opening != OpeningKind.Before && (form?.MatchSentences ?? !flow.Rules.IsEmpty),
            Connection = flow.OnReference.IsEmpty ? null : Connected(flow, form),
            Merge = MergeTable.Of(flow, form),
            Properties = Properties(flow, form),
        };
        return section;
    }

    private static Opening OpeningOf(SayableFlow flow) => new(flow.Opening, flow.Opening == OpeningKind.InWords ? flow.Words : null);

    private Connection Connected(SayableFlow flow, SectionForm? form)
    {
        string first = _sources.Of(flow.Source with { Entity = flow.OnReference[0] });
        ImmutableArray<string> words = form is not null && _sources.Mean(form.Connected, flow) ? form.Connected : [first, .. flow.OnReference.Skip(1)];
        return new Connection(words, form?.Into ?? _titleTarget);
    }

    private static ImmutableArray<PropertyRow> Properties(SayableFlow flow, SectionForm? form)
    {
        Dictionary<SayableRow, Queue<SayableRow>> odd = (form?.Rows ?? []).GroupBy(row => row.Says)
            .ToDictionary(same => same.Key, same => new Queue<SayableRow>(same.Select(row => row.Writes)));
        return [.. flow.Rows.Select(row => odd.TryGetValue(row, out Queue<SayableRow>? written) && written.TryDequeue(out SayableRow? instead) ? instead : row).Select(Row)];
    }

    private static PropertyRow Row(SayableRow row) => new(Cell(row.Source), Cell(row.Target), row.DataType, 0);

    private static PathCell Cell(string text) => new(text, text, []);
}
