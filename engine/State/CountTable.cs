using SesamTalk.Engine.Mapping;
using SesamTalk.Sqlite;

namespace SesamTalk.Engine.State;

/// <summary>How many records an entity has and how many links a flow, and how many of them are gone or have ended: counted, never queried.</summary>
internal sealed class CountTable : IDisposable
{
    private readonly Counts _records;
    private readonly Counts _links;

    /// <summary>Reads the counts of all entities and flows that have a number.</summary>
    public CountTable(SqliteDatabase database)
    {
        _records = new Counts(database, "SELECT number, records, gone FROM entity", "UPDATE entity SET records = ?, gone = ? WHERE number = ?");
        _links = new Counts(database, "SELECT number, links, ended FROM flow", "UPDATE flow SET links = ?, ended = ? WHERE number = ?");
    }

    /// <summary>How many records of an entity are known, those that are gone included.</summary>
    public long RecordsOf(MappedEntity entity) => _records.Of(entity.Number).All;

    /// <summary>How many known records of an entity are there.</summary>
    public long PresentOf(MappedEntity entity) => _records.LeftOf(entity.Number);

    /// <summary>Whether any known record of an entity is gone.</summary>
    public bool HasGone(MappedEntity entity) => _records.Of(entity.Number).Over > 0;

    /// <summary>How many links a flow has, those that have ended included.</summary>
    public long LinksOf(MappedFlow flow) => _links.Of(flow.Number).All;

    /// <summary>How many links of a flow hold.</summary>
    public long HeldLinksOf(MappedFlow flow) => _links.LeftOf(flow.Number);

    /// <summary>How many records of a side of a flow have no link in it, not even one that has ended.</summary>
    public long FreeOf(MappedFlow flow, Side side) => RecordsOf(flow.Entity(side)) - LinksOf(flow);

    /// <summary>Counts a record more.</summary>
    public void CountRecord(int entity) => _records.Add(entity, 1, 0);

    /// <summary>Counts a link more.</summary>
    public void CountLink(int flow) => _links.Add(flow, 1, 0);

    /// <summary>Counts records of an entity that are gone.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="more">How many more.</param>
    public void CountGone(int entity, int more) => _records.Add(entity, 0, more);

    /// <summary>Counts links of a flow that have ended.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="more">How many more.</param>
    public void CountEnded(int flow, int more) => _links.Add(flow, 0, more);

    /// <summary>Counts a link less. The flow may be one that is no longer in the set.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="state">The state that the link was in.</param>
    public void UncountLink(int flow, LinkState state) => _links.Add(flow, -1, state == LinkState.Held ? 0 : -1);

    /// <summary>Stores the counts that changed, within the transaction that changed them.</summary>
    public void Save()
    {
        _records.Save();
        _links.Save();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _records.Dispose();
        _links.Dispose();
    }

    // Of each, all there are and how many of them are over.
    private sealed class Counts : IDisposable
    {
        private readonly Dictionary<int, (long All, long Over)> _counts = [];
        private readonly HashSet<int> _changed = [];
        private readonly Statement _save;

        public Counts(SqliteDatabase database, string read, string save)
        {
            using var all = database.Prepare(read);
            while (all.Step())
            {
                _counts[(int)all.Long(0)] = (all.Long(1), all.Long(2));
            }

            _save = database.Prepare(save);
        }

        public (long All, long Over) Of(int number) => _counts.GetValueOrDefault(number);

        public long LeftOf(int number) => Of(number).All - Of(number).Over;

        public void Add(int number, int all, int over)
        {
            var before = Of(number);
            _counts[number] = (before.All + all, before.Over + over);
            _changed.Add(number);
        }

        public void Save()
        {
            foreach (var number in _changed)
            {
                var (all, over) = Of(number);
                _save.Bind(1, all).Bind(2, over).Bind(3, number).Run();
            }

            _changed.Clear();
        }

        public void Dispose() => _save.Dispose();
    }
}
