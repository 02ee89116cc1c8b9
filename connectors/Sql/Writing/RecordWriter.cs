using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Sql.Children;
using SesamTalk.Connectors.Sql.Sessions;
using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;
using SesamTalk.Sqlite;

namespace SesamTalk.Connectors.Sql.Writing;

/// <summary>
/// Writes records with the elements of their lists, each record with its elements wholly or not at all, within a transaction that
/// somebody else has opened.
/// </summary>
internal sealed class RecordWriter : IDisposable
{
    private readonly Session _session;
    private readonly TableWriter _table;
    private readonly Dictionary<int, ChildWriter> _lists;
    private readonly List<ChildTable> _children;
    private DateTime _now;

    public RecordWriter(Session session, EntityDescription entity, Shape shape)
    {
        _session = session;
        _table = new TableWriter(session, entity, shape);
        _lists = Enumerable.Range(0, shape.Count)
            .Where(place => shape.Properties[place].Elements is not null)
            .ToDictionary(place => place, place => new ChildWriter(session, ChildTable.Of(entity, shape.Properties[place])));
        _children = [.. entity.Properties.Where(property => property.Elements?.Table is not null).Select(property => ChildTable.Of(entity, property))];
    }

    /// <summary>The time of a write as the table spells it, if it keeps one.</summary>
    public Moment? At(DateTime now)
    {
        _now = now;
        return _table.At(now);
    }

    /// <summary>Writes a record.</summary>
    /// <exception cref="SqliteFailureException">It was not accepted.</exception>
    public WriteOutcome Write(WriteRequest request, Moment? now) => request switch
    {
        CreateRequest create when create.Values.Any(value => IsList(value.Property)) => Whole(() => Create(create, now)),
        UpdateRequest update when update.Changes.Any(change => IsList(change.Property)) => Whole(() => Update(update, now)),
        DeleteRequest delete when _children.Count > 0 => Whole(() => Delete(delete, now)),
        _ => _table.Write(request, now),
    };

    /// <inheritdoc/>
    public void Dispose()
    {
        _table.Dispose();
        foreach (var list in _lists.Values)
        {
            list.Dispose();
        }
    }

    private bool IsList(int property) => _lists.ContainsKey(property);

    private WriteOutcome Whole(Func<WriteOutcome> write)
    {
        _session.Database.Execute("SAVEPOINT record");
        var isWritten = false;
        try
        {
            var outcome = write();
            isWritten = outcome is Written;
            return outcome;
        }
        finally
        {
            // A failure may have undone everything already.
            if (_session.Database.IsInTransaction)
            {
                _session.Database.Execute(isWritten ? "RELEASE record" : "ROLLBACK TO record; RELEASE record");
            }
        }
    }

    private WriteOutcome Create(CreateRequest request, Moment? now)
    {
        if (_table.Write(request with { Values = request.Values.RemoveAll(value => IsList(value.Property)) }, now) is not Written written)
        {
            return new Rejected("the record was not created, and the table does not say why");
        }

        foreach (var (property, value) in request.Values.Where(value => IsList(value.Property)))
        {
            if (_lists[property].Write(written.Key, Value.None, value, _now) is { } refused)
            {
                return refused is Rejected ? refused : new Rejected("an element has a key that is there already");
            }
        }

        return _table.Find(written.Key);
    }

    // W2: the list that is there must be the one that is believed to be there.
    private WriteOutcome Update(UpdateRequest request, Moment? now)
    {
        var there = _table.Find(request.Key);
        var lists = request.Changes.Where(change => IsList(change.Property)).ToList();
        if (there is not Written { Stored: { } current })
        {
            return there;
        }

        if (!CurrentRecord.Holds(current, lists.Select(change => (change.Property, change.Expected))))
        {
            return new Changed(current);
        }

        if (_table.Touch(request with { Changes = request.Changes.RemoveAll(change => IsList(change.Property)) }, now) is not Written and var outcome)
        {
            return outcome;
        }

        var refused = lists.Select(change => _lists[change.Property].Write(request.Key, current.Values[change.Property], change.Value, _now))
            .FirstOrDefault(outcome => outcome is not null);
        return refused switch
        {
            null => _table.Find(request.Key),
            Rejected => refused,
            _ => new Changed(current),
        };
    }

    private WriteOutcome Delete(DeleteRequest request, Moment? now)
    {
        if (request.Expected.Any(expected => IsList(expected.Property)))
        {
            var there = _table.Find(request.Key);
            if (there is not Written { Stored: { } current } || !CurrentRecord.Holds(current, request.Expected.Select(e => (e.Property, e.Value))))
            {
                return there is Written { Stored: { } other } ? new Changed(other) : there;
            }
        }

        foreach (var child in _children)
        {
            child.DeleteOf(_session, request.Key);
        }

        return _table.Write(request with { Expected = request.Expected.RemoveAll(expected => IsList(expected.Property)) }, now);
    }
}
