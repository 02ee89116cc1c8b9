using System.Collections.Immutable;

namespace SesamTalk.Cli.Tests.ShippedSet;

/// <summary>The clusters that links make: one thing in the world each.</summary>
internal sealed class Clusters
{
    private readonly Dictionary<string, string> _above = new(StringComparer.Ordinal);

    public Clusters(IEnumerable<LinkedPair> links)
    {
        foreach (var link in links)
        {
            _above[Of(link.Source)] = Of(link.Target);
        }
    }

    /// <summary>The records of each cluster.</summary>
    public IEnumerable<ImmutableArray<string>> All => _above.Keys.GroupBy(Of).Select(cluster => cluster.ToImmutableArray());

    /// <summary>The name of the cluster of a record: one of its records.</summary>
    public string Of(string record)
    {
        while (_above.TryAdd(record, record) is false && _above[record] != record)
        {
            record = _above[record];
        }

        return record;
    }
}
