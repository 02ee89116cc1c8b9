using SesamTalk.Engine.State;

namespace SesamTalk.Engine.Linking;

/// <summary>Records that carry the same values and may belong together.</summary>
/// <param name="Sources">The source records.</param>
/// <param name="Targets">The target records.</param>
internal sealed record CarryingGroup(List<long> Sources, List<long> Targets);

/// <summary>
/// Takes those who carry the same values apart where a person said that some of them are never to be linked (clause I6): such two are
/// no evidence for each other, and do not make others ambiguous either.
/// </summary>
internal static class AllowedPairs
{
    /// <summary>The groups of those who may still belong together; each has records on both sides.</summary>
    public static IEnumerable<CarryingGroup> Of(List<long> sources, List<long> targets, ApartTable apart)
    {
        if (sources.Count == 0 || targets.Count == 0)
        {
            return [];
        }

        return apart.HasAny() && sources.Any(source => targets.Any(target => apart.Has(source, target)))
            ? Split([.. sources], [.. targets], apart)
            : [new CarryingGroup(sources, targets)];
    }

    private static IEnumerable<CarryingGroup> Split(List<long> sources, List<long> targets, ApartTable apart)
    {
        while (sources.Count > 0)
        {
            var group = new CarryingGroup([sources[0]], []);
            sources.RemoveAt(0);
            Grow(group, sources, targets, apart);
            if (group.Targets.Count > 0)
            {
                yield return group;
            }
        }
    }

    // Whoever may belong to one that is in the group is in it too.
    private static void Grow(CarryingGroup group, List<long> sources, List<long> targets, ApartTable apart)
    {
        for (var before = -1; before != group.Sources.Count + group.Targets.Count;)
        {
            before = group.Sources.Count + group.Targets.Count;
            Take(targets, group.Targets, target => group.Sources.Exists(source => !apart.Has(source, target)));
            Take(sources, group.Sources, source => group.Targets.Exists(target => !apart.Has(source, target)));
        }
    }

    private static void Take(List<long> from, List<long> to, Predicate<long> which)
    {
        to.AddRange(from.FindAll(which));
        from.RemoveAll(which);
    }
}
