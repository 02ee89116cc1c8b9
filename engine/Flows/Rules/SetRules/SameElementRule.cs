using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules.SetRules;

/// <summary>
/// A list is reached in one way in all flows (clause R9): what is one property of one element must not be known as two, of which the
/// edit of one would change the other.
/// </summary>
internal sealed class SameElementRule : ISetRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(SetView set) =>
        from list in set.Flows.SelectMany(UsesIn).GroupBy(use => (use.Entity, use.List))
        let first = list.First()
        from other in list.Where(use => use.How != first.How).DistinctBy(use => use.How)
        select SelectionFaults.MayBeSame(other.Place, other.List, other.Entity, other.How, first.How, first.Place);

    private static IEnumerable<Use> UsesIn(FlowView flow) =>
        from end in flow.Ends
        from path in flow.PathsAt(end)
        let use = end.SelectionOf(path.Value) is { } selection ? new Use(end.ToString(), selection.List.Path, selection.Discriminator is { } told ? $"by '{told.Path}'" : "by its first element", path.Place)
            : end.Find(path.Value) is { Elements: not null } whole ? new Use(end.ToString(), whole.Path, "as a whole", path.Place)
            : null
        where use is not null
        select use;

    private sealed record Use(string Entity, string List, string How, Place Place);
}
