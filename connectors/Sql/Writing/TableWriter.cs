using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Sql.Reading;
using SesamTalk.Connectors.Sql.Sessions;
using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;

namespace SesamTalk.Connectors.Sql.Writing;

/// <summary>Writes records of one shape into one table, within a transaction that somebody else has opened.</summary>
internal sealed class TableWriter : IDisposable
{
    private const char WithKey = 'k';
    private const char WithoutKey = 'n';
    private const char OfType = 't';
    private const char OfAnyType = 'a';
    private const int KindLength = 2;

    private readonly TableForm _table;
    private readonly RecordReader _reader;
    private readonly CurrentRecord _current;
    private readonly PlanCache<InsertPlan> _inserts;
    private readonly PlanCache<UpdatePlan> _updates;
    private readonly PlanCache<UpdatePlan> _replacements;
    private readonly PlanCache<DeletePlan> _deletes;
    private readonly DeletePlan _removal;

    public TableWriter(Session session, EntityDescription entity, Shape shape)
    {
        _table = new TableForm(session, entity, shape);
        _reader = new RecordReader(_table.Selection, session.Settings.TimeZone);
        _current = new CurrentRecord(_table, _reader);
        _inserts = new(text => new InsertPlan(_table, new InsertKind(text[0] == WithKey, text[1] == OfType), Places(text[KindLength..])));
        _updates = new(text => new UpdatePlan(_table, true, Places(text)));
        _replacements = new(text => new UpdatePlan(_table, false, Places(text)));
        _deletes = new(text => new DeletePlan(_table, true, Places(text)));
        _removal = new DeletePlan(_table, false, []);
    }

    /// <summary>The time of a write as this table spells it, if it keeps one.</summary>
    public Moment? At(DateTime now) => _table.Stamp is { } format ? new Moment(now, format, _table.Session.Settings.TimeZone) : null;

    /// <summary>Writes a record.</summary>
    /// <exception cref="SesamTalk.Sqlite.SqliteFailureException">It was not accepted.</exception>
    public WriteOutcome Write(WriteRequest request, Moment? now) => request switch
    {
        CreateRequest create => Create(create, now),
        UpdateRequest update => Update(update, now),
        DeleteRequest delete => Delete(delete),
        _ => throw new NotSupportedException(request.GetType().Name),
    };

    /// <summary>The record as it is; written, though nothing was.</summary>
    public WriteOutcome Find(string key) => _current.Find(key) switch
    {
        (null, { } fault) => new Rejected($"the record cannot be read as it stands: {fault.Message}"),
        (null, null) => new Changed(null),
        var (record, _) => new Written(key, record),
    };

    /// <summary>Changes a record, and its modification time also where nothing else changes.</summary>
    /// <exception cref="SesamTalk.Sqlite.SqliteFailureException">It was not accepted.</exception>
    public WriteOutcome Touch(UpdateRequest request, Moment? now)
    {
        if (!request.Changes.IsEmpty)
        {
            return Update(request, now);
        }

        return now is null || _replacements.Get([]).Run(request, now, _reader, out _) ? new Written(request.Key, null) : LeftAsItWas();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _inserts.Dispose();
        _updates.Dispose();
        _replacements.Dispose();
        _deletes.Dispose();
        _removal.Dispose();
        _current.Dispose();
    }

    private WriteOutcome Create(CreateRequest request, Moment? now)
    {
        Span<char> plan = stackalloc char[request.Values.Length + KindLength];
        plan[0] = request.Key is null ? WithoutKey : WithKey;
        plan[1] = OfType;
        var length = KindLength;
        foreach (var (property, value) in request.Values)
        {
            // The key stands in the request itself, though a row of a flow may have given it.
            if (property != _table.Key)
            {
                plan[length++] = (char)property;
                plan[1] = Predictable.IsOf(_table.Shape.Properties[property].Type, value) ? plan[1] : OfAnyType;
            }
        }

        if (_inserts.Get(plan[..length]).Run(request, now, _reader) is not { } inserted)
        {
            return new Rejected("the table left the record out, and does not say why");
        }

        return (inserted.Key ?? _current.LastKey()) is { } key
            ? new Written(key, Complete(inserted.Stored) ?? _current.Find(key).Record)
            : RejectKeyless();
    }

    private Rejected RejectKeyless()
    {
        _table.Session.Database.Execute($"DELETE FROM {_table.Source.Name} WHERE rowid = last_insert_rowid()");
        return new Rejected($"the system gave the record no '{_table.Selection.Key.Path}', which is its key, so it was taken back");
    }

    private WriteOutcome Update(UpdateRequest request, Moment? now)
    {
        Span<char> plan = stackalloc char[request.Changes.Length];
        for (var i = 0; i < plan.Length; i++)
        {
            plan[i] = (char)request.Changes[i].Property;
        }

        if (plan.IsEmpty)
        {
            return Find(request.Key);
        }

        if (_updates.Get(plan).Run(request, now, _reader, out var stored))
        {
            return new Written(request.Key, Complete(stored) ?? _current.Find(request.Key).Record);
        }

        // The condition compares cells. Where only their spelling differs, the value may be replaced: nobody else writes meanwhile.
        if (Difference(request.Key, request.Changes.Select(c => (c.Property, c.Expected))) is { } difference)
        {
            return difference;
        }

        return _replacements.Get(plan).Run(request, now, _reader, out stored)
            ? new Written(request.Key, Complete(stored) ?? _current.Find(request.Key).Record)
            : LeftAsItWas();
    }

    private WriteOutcome Delete(DeleteRequest request)
    {
        Span<char> plan = stackalloc char[request.Expected.Length];
        for (var i = 0; i < plan.Length; i++)
        {
            plan[i] = (char)request.Expected[i].Property;
        }

        if (_deletes.Get(plan).Run(request))
        {
            return new Written(request.Key, null);
        }

        return Difference(request.Key, request.Expected.Select(e => (e.Property, e.Value)))
            ?? (_removal.Run(request) ? new Written(request.Key, null) : LeftAsItWas());
    }

    private Record? Complete(Record? written) => written is null ? null : _current.Complete(written);

    // What keeps a conditional write from being done.
    private WriteOutcome? Difference(string key, IEnumerable<(int Property, Value Value)> expected) => _current.Find(key) switch
    {
        (null, { } fault) => new Rejected($"the record cannot be read as it stands: {fault.Message}"),
        (null, null) => new Changed(null),
        ({ } record, _) => CurrentRecord.Holds(record, expected) ? null : new Changed(record),
    };

    private static Rejected LeftAsItWas() => new("the table left the record as it was, and does not say why");

    private static int[] Places(string text) => [.. text.Select(c => (int)c)];
}
