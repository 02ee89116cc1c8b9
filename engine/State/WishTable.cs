using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Reconciling;
using SesamTalk.Engine.Values;
using SesamTalk.Sqlite;

namespace SesamTalk.Engine.State;

/// <summary>All that is wanted of one record in one round.</summary>
/// <param name="Id">Its number in the state.</param>
/// <param name="Key">Its key.</param>
/// <param name="Wishes">The wishes.</param>
internal sealed record WishedRecord(long Id, string Key, List<Wish> Wishes);

/// <summary>What the rows of all links want in one round, until it is written: a round decides everything before it writes anything.</summary>
internal sealed class WishTable : IDisposable
{
    private readonly ByteWriter _writer = new();
    private readonly StatementSet _statements;
    private readonly Statement _add;
    private readonly Statement _page;
    private readonly Statement _any;
    private readonly Statement _clear;

    public WishTable(SqliteDatabase database)
    {
        _statements = new StatementSet(database);
        _add = _statements.Add("INSERT OR REPLACE INTO wish (entity, key, property, flow, row, id, raised, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        _page = _statements.Add("SELECT key, property, flow, row, id, content FROM wish WHERE entity = ? AND key > ? AND raised >= ? ORDER BY key");
        _any = _statements.Add("SELECT 1 FROM wish LIMIT 1");
        _clear = _statements.Add("DELETE FROM wish");
    }

    /// <summary>Whether any of the wishes raises a stamp.</summary>
    public bool HasRaises { get; private set; }

    /// <summary>Adds a wish for a record.</summary>
    public void Add(MappedEntity entity, MirrorRecord record, Wish wish)
    {
        _writer.Clear();
        WishCodec.Write(_writer, wish);
        _add.Bind(1, entity.Number).Bind(2, record.Name.Key).Bind(3, wish.Property).Bind(4, wish.Flow.Number).Bind(5, wish.Row.Number)
            .Bind(6, record.Id).Bind(7, wish.IsRaise ? 1 : 0).Bind(8, _writer.Written).Run();
        HasRaises |= wish.IsRaise;
    }

    /// <summary>Whether there are any wishes.</summary>
    public bool HasAny()
    {
        var any = _any.Step();
        _any.Reset();
        return any;
    }

    /// <summary>The records of an entity of which something is wanted, in order of their keys, in pages.</summary>
    public IEnumerable<List<WishedRecord>> Pages(MappedEntity entity, MappedSet set, int size, bool onlyRaises = false)
    {
        var after = string.Empty;
        while (true)
        {
            var page = Page(entity, set, after, size, onlyRaises);
            if (page.Count == 0)
            {
                yield break;
            }

            yield return page;
            after = page[^1].Key;
        }
    }

    /// <summary>Forgets all wishes: the round is over.</summary>
    public void Clear()
    {
        _clear.Run();
        HasRaises = false;
    }

    /// <inheritdoc/>
    public void Dispose() => _statements.Dispose();

    private List<WishedRecord> Page(MappedEntity entity, MappedSet set, string after, int size, bool onlyRaises)
    {
        var page = new List<WishedRecord>();
        _page.Bind(1, entity.Number).Bind(2, after).Bind(3, onlyRaises ? 1 : 0);
        while (_page.Step())
        {
            var key = _page.Text(0);
            if (page.Count == 0 || page[^1].Key != key)
            {
                if (page.Count == size)
                {
                    break;
                }

                page.Add(new WishedRecord(_page.Long(4), key, []));
            }

            page[^1].Wishes.Add(Read(set));
        }

        _page.Reset();
        return page;
    }

    private Wish Read(MappedSet set)
    {
        var flow = set.FlowOf((int)_page.Long(2));
        return WishCodec.Read(_page.Bytes(5), (int)_page.Long(1), flow, flow.RowOf((int)_page.Long(3)));
    }
}
