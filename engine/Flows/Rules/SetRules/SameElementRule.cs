using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Views;
using SesamTalk.Engine.Selecting;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Flows.Rules.SetRules;

/// <summary>
/// A list is reached in one way in all flows (clause R9): what is one property of one element must not be known as two, of which the
/// edit of one would change the other.
/// </summary>
internal sealed class SameElementRule : ISetRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(SetView set)
    {
        var uses = set.Flows.SelectMany(UsesIn).ToList();
        return OtherThanFirst(uses.GroupBy(use => (use.Entity, use.List)), use => use.Way)
            .Concat(OtherThanFirst(uses.Where(use => use.Wanted is not null).GroupBy(use => (use.Entity, use.List, use.Way, use.Wanted)), use => use.Spelling));
    }

    private static IEnumerable<Diagnostic> OtherThanFirst<T>(IEnumerable<IGrouping<T, Use>> same, Func<Use, string> how) =>
        from uses in same
        let first = uses.First()
        from other in uses.Where(use => how(use) != how(first)).DistinctBy(how)
        select SelectionFaults.MayBeSame(other.Place, other.List, other.Entity, how(other), how(first), first.Place);

    private static IEnumerable<Use> UsesIn(FlowView flow) =>
        from end in flow.Ends
        from path in flow.PathsAt(end)
        let use = end.SelectionOf(path.Value) is { } selection ? Use.Of(end, selection, path.Place)
            : end.Find(path.Value) is { Elements: not null } whole ? new Use(end.ToString(), whole.Path, "as a whole", null, string.Empty, path.Place)
            : null
        where use is not null
        select use;

    private sealed record Use(string Entity, string List, string Way, string? Wanted, string Spelling, Place Place)
    {
        public static Use Of(FlowEnd end, ElementSelection selection, Place place) => selection.Discriminator is { } discriminator
            ? new Use(
                end.ToString(),
                selection.List.Path,
                $"by '{discriminator.Path}'",
                ComparableText.Of(selection.Wanted, CanonicalForm.Of(discriminator)),
                $"by '{selection.Prefix[selection.List.Path.Length..^1]}'",
                place)
            : new Use(end.ToString(), selection.List.Path, "by its first element", null, string.Empty, place);
    }
}
