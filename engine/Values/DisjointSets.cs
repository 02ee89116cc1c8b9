namespace SesamTalk.Engine.Values;

/// <summary>Sets of things that were joined, two by two.</summary>
internal sealed class DisjointSets<T>
    where T : notnull
{
    private readonly Dictionary<T, T> _parents = [];

    /// <summary>Joins the sets of two things.</summary>
    public void Join(T one, T other) => _parents[RootOf(one)] = RootOf(other);

    /// <summary>What names the set of a thing: the same for all things of the set.</summary>
    public T RootOf(T thing)
    {
        while (_parents.TryGetValue(thing, out var parent) && !EqualityComparer<T>.Default.Equals(parent, thing))
        {
            thing = parent;
        }

        return thing;
    }
}
