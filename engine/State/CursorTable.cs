using SesamTalk.Engine.Mapping;
using SesamTalk.Sqlite;

namespace SesamTalk.Engine.State;

/// <summary>Up to where an entity was read.</summary>
/// <param name="Cursor">The cursor, where the system gave one.</param>
/// <param name="Shape">The fingerprint of the properties that were mapped then.</param>
/// <param name="ReadAt">When (ticks, UTC).</param>
internal sealed record ReadPosition(string? Cursor, long Shape, long ReadAt);

/// <summary>Up to where each entity was read (clause O1).</summary>
internal sealed class CursorTable : IDisposable
{
    private readonly StatementSet _statements;
    private readonly Statement _find;
    private readonly Statement _save;
    private readonly Statement _void;

    public CursorTable(SqliteDatabase database)
    {
        _statements = new StatementSet(database);
        _find = _statements.Add("SELECT cursor, shape, read_at FROM cursor WHERE entity = ?");
        _void = _statements.Add("UPDATE cursor SET cursor = NULL WHERE entity = ?");
        _save = _statements.Add("INSERT OR REPLACE INTO cursor (entity, cursor, shape, read_at) VALUES (?, ?, ?, ?)");
    }

    /// <summary>Up to where an entity was read; none if it never was to its end.</summary>
    public ReadPosition? Find(MappedEntity entity)
    {
        _find.Bind(1, entity.Number);
        var position = _find.Step() ? new ReadPosition(_find.IsNull(0) ? null : _find.Text(0), _find.Long(1), _find.Long(2)) : null;
        _find.Reset();
        return position;
    }

    /// <summary>Remembers up to where an entity was read: in the transaction of the records that it covers.</summary>
    public void Save(MappedEntity entity, ReadPosition position) =>
        _save.Bind(1, entity.Number).Bind(2, position.Cursor).Bind(3, position.Shape).Bind(4, position.ReadAt).Run();

    /// <summary>Lets the next run read an entity completely; when it was read last stays known (clause O3).</summary>
    public void Void(int entity) => _void.Bind(1, entity).Run();

    /// <inheritdoc/>
    public void Dispose() => _statements.Dispose();
}
