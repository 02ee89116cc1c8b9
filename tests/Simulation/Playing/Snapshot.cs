using SesamTalk.Simulation.Histories;

namespace SesamTalk.Simulation.Playing;

/// <summary>What there is when a world has settled: the records, by name, with their values, and the links by flow.</summary>
internal sealed record Snapshot(
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string?>> Records, IReadOnlyList<(string Flow, string Source, string Target)> Links, IReadOnlySet<string> Users)
{
    private Names? _names;

    /// <summary>The links that have ended, because a record is gone (clause D4).</summary>
    public IReadOnlyList<(string Flow, string Source, string Target)> Ended { get; init; } = [];

    /// <summary>The names of the records, and of those that users added and are gone.</summary>
    public Names Names => _names ??= new Names(Records.Keys.Union(Users), Links.Concat(Ended).Select(l => (l.Source, l.Target)));

    /// <summary>All of it in lines that do not depend on generated keys, in ordinal order.</summary>
    /// <param name="essence">Whether spelling counts for nothing.</param>
    public IReadOnlyList<string> Lines(bool essence)
    {
        var records = Records.Select(record => $"{NameOf(record.Key)}: {Shown(record.Key, record.Value, essence)}");
        var links = Links.Select(link => $"{link.Flow}: {NameOf(link.Source)} - {NameOf(link.Target)}");
        return [.. records.Concat(links).Concat(Ended.Select(link => $"{link.Flow} ended: {NameOf(link.Source)} - {NameOf(link.Target)}")).Order(StringComparer.Ordinal)];
    }

    private string Shown(string record, IReadOnlyDictionary<string, string?> values, bool essence) => string.Join(", ", values
        .Where(value => value.Key is not ("id" or "e"))
        .OrderBy(value => value.Key, StringComparer.Ordinal)
        .Select(value => $"{value.Key}={(value.Key == "r" ? Referred(record, value.Value) : essence ? GivenValues.Essence(value.Key, value.Value) : value.Value?.Trim())}"));

    private string? Referred(string record, string? key) => key is null ? null : NameOf($"{record.Split('/')[0]}/P/{key}");

    private string NameOf(string record)
    {
        var entity = record[..record.LastIndexOf('/')];
        return string.Join('+', Names.Cluster(record).Where(Users.Contains).DefaultIfEmpty("nobody")) + "@" + (Users.Contains(record) ? record : entity);
    }
}
