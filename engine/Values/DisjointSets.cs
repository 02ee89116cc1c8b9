namespace SesamTalk.Engine.Values;

/// <summary>Sets of things that were joined, two by two.</summary>
internal sealed class DisjointSets<T>
    where T : notnull
{
    private readonly Dictionary<T, T> _parents = [];
    private readonly Dictionary<T, int> _sizes = [];

    /// <summary>Joins the sets of two things.</summary>
    /// <returns>Whether they were two.</returns>
    public bool Join(T one, T other)
    {
        var (small, great) = (RootOf(one), RootOf(other));
        if (EqualityComparer<T>.Default.Equals(small, great))
        {
            return false;
        }

        // The smaller set goes below the greater, so that no way to a root is long, whatever the order of joins.
        if (SizeOf(small) > SizeOf(great))
        {
            (small, great) = (great, small);
        }

        _parents[small] = great;
        _sizes[great] = SizeOf(small) + SizeOf(great);
        return true;
    }

    /// <summary>What names the set of a thing: the same for all things of the set.</summary>
    public T RootOf(T thing)
    {
        while (_parents.TryGetValue(thing, out var parent))
        {
            thing = parent;
        }

        return thing;
    }

    private int SizeOf(T root) => _sizes.GetValueOrDefault(root, 1);
}
