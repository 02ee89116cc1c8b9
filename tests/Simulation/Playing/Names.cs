namespace SesamTalk.Simulation.Playing;

/// <summary>
/// Records by names that do not depend on generated keys: a record is whichever one of its entity is in the cluster of a record that a
/// user added.
/// </summary>
internal sealed class Names
{
    private readonly Dictionary<string, string> _parents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _members;

    /// <summary>The names that follow from links and records.</summary>
    /// <param name="records">All records, as <c>system/entity/key</c>.</param>
    /// <param name="links">All links.</param>
    public Names(IEnumerable<string> records, IEnumerable<(string One, string Other)> links)
    {
        foreach (var (one, other) in links)
        {
            _parents[Root(one)] = Root(other);
        }

        _members = records.GroupBy(Root).ToDictionary(g => g.Key, g => g.Order(StringComparer.Ordinal).ToList(), StringComparer.Ordinal);
    }

    /// <summary>The record of an entity that is one thing with a user's record.</summary>
    public string? Find(string userRecord, string entity) =>
        userRecord.StartsWith(entity + "/", StringComparison.Ordinal) ? userRecord : Cluster(userRecord).Find(r => r.StartsWith(entity + "/", StringComparison.Ordinal));

    /// <summary>The records of a cluster.</summary>
    public List<string> Cluster(string record) => _members.GetValueOrDefault(Root(record)) ?? [record];

    /// <summary>The clusters.</summary>
    public IEnumerable<List<string>> Clusters => _members.Values;

    private string Root(string record)
    {
        while (_parents.TryGetValue(record, out var parent) && parent != record)
        {
            record = parent;
        }

        return record;
    }
}
