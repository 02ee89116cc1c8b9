using SesamTalk.Engine.Values;
using SesamTalk.Sqlite;

namespace SesamTalk.Engine.State;

/// <summary>A dead letter, as the state names it.</summary>
/// <param name="Entity">The number of the record's entity.</param>
/// <param name="Id">The number of the record; a number of its key where it could not be read.</param>
/// <param name="Kind">What was tried.</param>
internal sealed record DeadLetter(int Entity, long Id, string Kind);

/// <summary>What a system rejected or could not show (clause W4). It is tried again when the content is another.</summary>
internal sealed class DeadLetterTable : IDisposable
{
    /// <summary>A record that could not be read.</summary>
    public const string Read = "read";

    /// <summary>A record that could not be changed.</summary>
    public const string Update = "update";

    /// <summary>A record that could not be deleted or archived.</summary>
    public const string Delete = "delete";

    private readonly StatementSet _statements;
    private readonly Statement _put;
    private readonly Statement _content;
    private readonly Statement _remove;
    private readonly Statement _removeAll;
    private readonly Presence _presence;
    private readonly Statement _of;
    private readonly Statement _drop;

    public DeadLetterTable(SqliteDatabase database)
    {
        _statements = new StatementSet(database);
        _put = _statements.Add("""
            INSERT INTO dead_letter (entity, id, kind, content, subject, flow, message, run) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (entity, id, kind) DO UPDATE SET dropped = dropped AND content = excluded.content, content = excluded.content,
                subject = excluded.subject, flow = excluded.flow, message = excluded.message, run = excluded.run
            """);
        _content = _statements.Add("SELECT content FROM dead_letter WHERE entity = ? AND id = ? AND kind = ?");
        _remove = _statements.Add("DELETE FROM dead_letter WHERE entity = ? AND id = ? AND kind = ?");
        _removeAll = _statements.Add("DELETE FROM dead_letter WHERE entity = ? AND id = ?");
        _of = _statements.Add("SELECT entity, id, kind FROM dead_letter WHERE subject = ?");
        _drop = _statements.Add("UPDATE dead_letter SET dropped = 1 WHERE entity = ? AND id = ? AND kind = ?");
        _presence = new Presence(_statements, "dead_letter");
    }

    /// <summary>The kind of a create that a flow tried.</summary>
    public static string Create(string flow) => $"create by {flow}";

    /// <summary>Puts a dead letter down.</summary>
    public void Put(int entity, long id, string kind, long content, RecordName subject, string flow, string message, long run)
    {
        _put.Bind(1, entity).Bind(2, id).Bind(3, kind).Bind(4, content).Bind(5, subject.ToString()).Bind(6, flow).Bind(7, message).Bind(8, run).Run();
        _presence.Note();
    }

    /// <summary>Whether the same content was rejected before.</summary>
    public bool Holds(int entity, long id, string kind, long content)
    {
        if (!HasAny())
        {
            return false;
        }

        var holds = _content.Bind(1, entity).Bind(2, id).Bind(3, kind).Step() && _content.Long(0) == content;
        _content.Reset();
        return holds;
    }

    /// <summary>The dead letters of a record.</summary>
    public List<DeadLetter> Of(RecordName subject)
    {
        var letters = new List<DeadLetter>();
        _of.Bind(1, subject.ToString());
        while (_of.Step())
        {
            letters.Add(new DeadLetter((int)_of.Long(0), _of.Long(1), _of.Text(2)));
        }

        return letters;
    }

    /// <summary>Notes that a person wants to hear no more of a dead letter; its content is not tried again.</summary>
    public void Drop(DeadLetter letter) => _drop.Bind(1, letter.Entity).Bind(2, letter.Id).Bind(3, letter.Kind).Run();

    /// <summary>Takes a dead letter away: it is overtaken.</summary>
    public void Remove(int entity, long id, string kind)
    {
        if (HasAny())
        {
            _remove.Bind(1, entity).Bind(2, id).Bind(3, kind).Run();
        }
    }

    /// <summary>Takes all dead letters of a record away: it is gone.</summary>
    public void RemoveAll(int entity, long id)
    {
        if (HasAny())
        {
            _removeAll.Bind(1, entity).Bind(2, id).Run();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _statements.Dispose();

    /// <summary>Whether there are any, or were since the state was opened.</summary>
    public bool HasAny() => _presence.HasAny();
}
