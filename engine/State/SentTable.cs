using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Reconciling;
using SesamTalk.Engine.Values;
using SesamTalk.Sqlite;

namespace SesamTalk.Engine.State;

/// <summary>
/// The changes that were sent and of which no answer has come: on disk before they go, so that a run that is killed in between, or an
/// answer that is lost, does not make the engine's own work look like an edit (clauses O2, T4).
/// </summary>
internal sealed class SentTable : IDisposable
{
    // What is written because a record is gone belongs to a flow and to none of its rows.
    private const long NoRow = -1;

    private readonly ByteWriter _writer = new();
    private readonly StatementSet _statements;
    private readonly Statement _put;
    private readonly Statement _of;
    private readonly Statement _remove;
    private readonly Statement _removeAll;
    private readonly Statement _any;

    public SentTable(SqliteDatabase database)
    {
        _statements = new StatementSet(database);
        _put = _statements.Add("INSERT OR REPLACE INTO sent (entity, key, property, flow, row, shape, content) VALUES (?, ?, ?, ?, ?, ?, ?)");
        _of = _statements.Add("SELECT property, flow, row, content FROM sent WHERE entity = ? AND key = ? AND shape = ?");
        _remove = _statements.Add("DELETE FROM sent WHERE entity = ? AND key = ?");
        _removeAll = _statements.Add("DELETE FROM sent WHERE entity = ?");
        _any = _statements.Add("SELECT 1 FROM sent LIMIT 1");
    }

    /// <summary>Notes a change that is about to be sent.</summary>
    public void Put(MappedEntity entity, string key, Wish wish)
    {
        _writer.Clear();
        WishCodec.Write(_writer, wish);
        _put.Bind(1, entity.Number).Bind(2, key).Bind(3, wish.Property).Bind(4, wish.Flow.Number).Bind(5, wish.Row.Number)
            .Bind(6, entity.ShapeFingerprint()).Bind(7, _writer.Written).Run();
    }

    /// <summary>Notes a value of an archived record that is about to be sent (clause D1).</summary>
    public void Put(MappedEntity entity, string key, SentArchive archive)
    {
        _writer.Clear();
        WishCodec.Write(_writer, archive.Value, archive.Stamp);
        _put.Bind(1, entity.Number).Bind(2, key).Bind(3, archive.Property).Bind(4, archive.Flow.Number).Bind(5, NoRow)
            .Bind(6, entity.ShapeFingerprint()).Bind(7, _writer.Written).Run();
    }

    /// <summary>Whether any change is without an answer.</summary>
    public bool HasAny()
    {
        var any = _any.Step();
        _any.Reset();
        return any;
    }

    /// <summary>The changes of a record that are without an answer; those of flows and rows that are no longer there are left out.</summary>
    public List<Wish> Of(MappedEntity entity, string key, MappedSet set)
    {
        var wishes = new List<Wish>();
        _of.Bind(1, entity.Number).Bind(2, key).Bind(3, entity.ShapeFingerprint());
        while (_of.Step())
        {
            var flow = set.AllFlows.FirstOrDefault(flow => flow.Number == _of.Long(1));
            if (flow?.Rows.FirstOrDefault(row => row.Number == _of.Long(2)) is { } row)
            {
                wishes.Add(WishCodec.Read(_of.Bytes(3), (int)_of.Long(0), flow, row));
            }
        }

        return wishes;
    }

    /// <summary>The values of an archived record that are without an answer; those of flows that are no longer there are left out.</summary>
    public List<SentArchive> ArchiveOf(MappedEntity entity, string key, MappedSet set)
    {
        var archive = new List<SentArchive>();
        _of.Bind(1, entity.Number).Bind(2, key).Bind(3, entity.ShapeFingerprint());
        while (_of.Step())
        {
            var flow = set.AllFlows.FirstOrDefault(flow => flow.Number == _of.Long(1));
            if (flow is not null && _of.Long(2) == NoRow)
            {
                var (value, stamp) = WishCodec.Read(_of.Bytes(3));
                archive.Add(new SentArchive(flow, (int)_of.Long(0), value, stamp));
            }
        }

        return archive;
    }

    /// <summary>Forgets what was sent to a record: it is known what became of it.</summary>
    public void Remove(MappedEntity entity, string key) => _remove.Bind(1, entity.Number).Bind(2, key).Run();

    /// <summary>Forgets what was sent to records of an entity: it was read since, and what had its effect was found.</summary>
    public void Remove(MappedEntity entity) => _removeAll.Bind(1, entity.Number).Run();

    /// <inheritdoc/>
    public void Dispose() => _statements.Dispose();
}
