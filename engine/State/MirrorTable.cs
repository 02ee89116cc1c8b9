using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Values;
using SesamTalk.Sqlite;

namespace SesamTalk.Engine.State;

/// <summary>A record as the state lists it by name.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Fingerprint">The fingerprint of its values.</param>
/// <param name="Written">The time of a write that no read has shown yet (clause O6), in ticks; or none.</param>
/// <param name="IsGone">Whether it is no longer there (clause D4).</param>
internal readonly record struct KnownRecord(long Id, long Fingerprint, long? Written, bool IsGone);

/// <summary>A member of a cluster.</summary>
/// <param name="Id">Its number in the state.</param>
/// <param name="Entity">The number of its entity.</param>
/// <param name="IsGone">Whether it is no longer there: its tombstone stays (clause D4).</param>
internal readonly record struct Member(long Id, int Entity, bool IsGone = false);

/// <summary>The mirror, and the clusters that its records are in.</summary>
internal sealed class MirrorTable : IDisposable
{
    private readonly NumberTable _numbers;
    private readonly CountTable _counts;
    private readonly StatementSet _statements;
    private readonly Statement _find;
    private readonly Statement _between;
    private readonly Statement _load;
    private readonly Statement _insertRecord;
    private readonly Statement _insertMirror;
    private readonly Statement _updateRecord;
    private readonly Statement _updateMirror;
    private readonly Statement _shown;
    private readonly Statement _written;
    private readonly Statement _clusterOf;
    private readonly Statement _members;
    private readonly Statement _place;
    private readonly Statement _moveCluster;
    private readonly Statement _page;
    private readonly Statement _since;
    private readonly Statement _goneRecord;
    private readonly Statement _goneMirror;
    private long _next;

    public MirrorTable(SqliteDatabase database, NumberTable numbers, CountTable counts)
    {
        (_numbers, _counts) = (numbers, counts);
        _statements = new StatementSet(database);
        _find = _statements.Add("SELECT id, fingerprint, written, gone FROM record WHERE entity = ? AND key = ?");
        _between = _statements.Add("SELECT key, id, fingerprint, written, gone FROM record WHERE entity = ? AND key BETWEEN ? AND ? ORDER BY key");
        _load = _statements.Add("SELECT entity, key, cluster, body, stamps, gone FROM mirror WHERE id = ?");
        _insertRecord = _statements.Add("INSERT INTO record (entity, key, id, fingerprint, written, written_slots) VALUES (?, ?, ?, ?, ?, ?)");
        _insertMirror = _statements.Add("INSERT INTO mirror (id, entity, key, cluster, body, stamps) VALUES (?, ?, ?, ?, ?, ?)");
        _updateRecord = _statements.Add("UPDATE record SET fingerprint = ?, written = ?, written_slots = ? WHERE entity = ? AND key = ?");
        _updateMirror = _statements.Add("UPDATE mirror SET body = ?, stamps = ? WHERE id = ?");
        _shown = _statements.Add("UPDATE record SET written = NULL, written_slots = NULL WHERE entity = ? AND key = ?");
        _written = _statements.Add("SELECT written_slots FROM record WHERE entity = ? AND key = ?");
        _clusterOf = _statements.Add("SELECT cluster FROM mirror WHERE id = ?");
        _members = _statements.Add("SELECT id, entity, gone FROM mirror WHERE cluster = ? AND cluster <> id");
        _place = _statements.Add("SELECT entity, key, gone FROM mirror WHERE id = ?");
        _moveCluster = _statements.Add("UPDATE mirror SET cluster = ? WHERE id = ?");
        _page = _statements.Add("SELECT key, id FROM record WHERE entity = ? AND key > ? AND gone IS NULL ORDER BY key LIMIT ?");
        _since = _statements.Add("SELECT id FROM mirror WHERE id > ? AND entity = ? AND gone IS NULL LIMIT ?");
        _goneRecord = _statements.Add("UPDATE record SET gone = ? WHERE entity = ? AND key = ?");
        _goneMirror = _statements.Add("UPDATE mirror SET gone = ? WHERE id = ?");
        using var last = database.Prepare("SELECT coalesce(max(id), 0) FROM mirror");
        last.Step();
        _next = last.Long(0);
        last.Reset();
    }

    /// <summary>The record of that name, if it is known.</summary>
    public KnownRecord? Find(MappedEntity entity, string key)
    {
        _find.Bind(1, entity.Number).Bind(2, key);
        KnownRecord? known = _find.Step() ? Known(_find, 0) : null;
        _find.Reset();
        return known;
    }

    /// <summary>
    /// Puts the known records with keys from <paramref name="first"/> to <paramref name="last"/> into a dictionary: one range of the
    /// table beside one batch. Gives up where there are more than <paramref name="most"/>.
    /// </summary>
    public bool TryFindBetween(MappedEntity entity, string first, string last, int most, Dictionary<string, KnownRecord> known)
    {
        _between.Bind(1, entity.Number).Bind(2, first).Bind(3, last);
        while (_between.Step())
        {
            if (known.Count == most)
            {
                _between.Reset();
                return false;
            }

            known[_between.Text(0)] = Known(_between, 1);
        }

        return true;
    }

    /// <summary>The greatest number that a record has.</summary>
    public long Last => _next;

    /// <summary>Some records of an entity that are there, behind a key, in order of their keys.</summary>
    public List<(string Key, long Id)> Page(MappedEntity entity, string after, int most)
    {
        var page = new List<(string, long)>();
        _page.Bind(1, entity.Number).Bind(2, after).Bind(3, most);
        while (_page.Step())
        {
            page.Add((_page.Text(0), _page.Long(1)));
        }

        return page;
    }

    /// <summary>The records of an entity that are there and have a greater number: those that were first seen later.</summary>
    public List<long> Since(MappedEntity entity, long number, int most)
    {
        var later = new List<long>();
        _since.Bind(1, number).Bind(2, entity.Number).Bind(3, most);
        while (_since.Step())
        {
            later.Add(_since.Long(0));
        }

        return later;
    }

    /// <summary>What is known of a record.</summary>
    public MirrorRecord Load(long id)
    {
        if (!_load.Bind(1, id).Step())
        {
            throw new DamagedBytesException($"record {id} is missing");
        }

        var entity = (int)_load.Long(0);
        var name = new RecordName(_numbers.NameOf(entity), _load.Text(1));
        var body = _load.Bytes(3);
        var codec = _numbers.CodecOf(entity);
        var slots = MirrorCodec.SlotsOf(body);
        var values = codec.ReadValues(body);
        var stamps = codec.ReadStamps(_load.Bytes(4), slots, name);
        var record = new MirrorRecord(id, name, _load.Long(2), values, stamps) { GoneAt = _load.IsNull(5) ? null : _load.Long(5) };
        _load.Reset();
        return record;
    }

    /// <summary>The fingerprint that a record of these values has.</summary>
    public long FingerprintOf(MappedEntity entity, Value[] values) => Fingerprint.Of(_numbers.CodecOf(entity.Number).WriteValues(values));

    /// <summary>Adds a record that was not known.</summary>
    /// <param name="entity">Its entity.</param>
    /// <param name="key">Its key.</param>
    /// <param name="values">Its values.</param>
    /// <param name="stamps">Their stamps.</param>
    /// <param name="cluster">The cluster that it joins; none to begin one of its own.</param>
    /// <param name="written">The time of a write that no read has shown yet (clause O6).</param>
    public MirrorRecord Add(MappedEntity entity, string key, Value[] values, Stamp[] stamps, long? cluster = null, UnseenWrite? written = null)
    {
        var name = entity.NameOf(key);
        var id = ++_next;
        var codec = _numbers.CodecOf(entity.Number);
        var body = codec.WriteValues(values);
        _insertRecord.Bind(1, entity.Number).Bind(2, key).Bind(3, id).Bind(4, Fingerprint.Of(body));
        BindWritten(_insertRecord, 5, entity, written).Run();
        _insertMirror.Bind(1, id).Bind(2, entity.Number).Bind(3, key).Bind(4, cluster ?? id).Bind(5, body)
            .Bind(6, codec.WriteStamps(stamps, name)).Run();
        _counts.CountRecord(entity.Number);
        return new MirrorRecord(id, name, cluster ?? id, values, stamps);
    }

    /// <summary>Replaces the values and stamps of a record.</summary>
    public void Update(MappedEntity entity, MirrorRecord record, UnseenWrite? written = null)
    {
        var codec = _numbers.CodecOf(entity.Number);
        var body = codec.WriteValues(record.Values);
        _updateRecord.Bind(1, Fingerprint.Of(body));
        BindWritten(_updateRecord, 2, entity, written).Bind(4, entity.Number).Bind(5, record.Name.Key).Run();
        _updateMirror.Bind(1, body).Bind(2, codec.WriteStamps(record.Stamps, record.Name)).Bind(3, record.Id).Run();
    }

    /// <summary>Replaces the stamps of a record alone: a write that no read has shown yet stays one (clause O6).</summary>
    public void Restamp(MappedEntity entity, MirrorRecord record)
    {
        var codec = _numbers.CodecOf(entity.Number);
        _updateMirror.Bind(1, codec.WriteValues(record.Values)).Bind(2, codec.WriteStamps(record.Stamps, record.Name)).Bind(3, record.Id).Run();
    }

    /// <summary>Notes that a read has shown a record since it was written (clause O6).</summary>
    public void Shown(MappedEntity entity, string key) => _shown.Bind(1, entity.Number).Bind(2, key).Run();

    /// <summary>Notes that a record is no longer there since a time, in ticks; or that it is there again. What was known of it stays (clause D4).</summary>
    public void SetGone(MappedEntity entity, string key, long id, long? since)
    {
        Optional(_goneRecord, since).Bind(2, entity.Number).Bind(3, key).Run();
        Optional(_goneMirror, since).Bind(2, id).Run();
        _counts.CountGone(entity.Number, since is null ? -1 : 1);
    }

    /// <summary>The properties in the last write of a record that no read has shown yet.</summary>
    public IReadOnlyList<UnseenProperty> UnseenIn(MappedEntity entity, string key)
    {
        _written.Bind(1, entity.Number).Bind(2, key);
        var text = _written.Step() && !_written.IsNull(0) ? _written.Text(0) : string.Empty;
        _written.Reset();
        return UnseenWrite.Read(entity, text);
    }

    /// <summary>The cluster of a record.</summary>
    public long ClusterOf(long id)
    {
        _clusterOf.Bind(1, id).Step();
        var cluster = _clusterOf.Long(0);
        _clusterOf.Reset();
        return cluster;
    }

    /// <summary>The members of a cluster.</summary>
    public List<Member> MembersOf(long cluster) => MembersOf(MemberOf(cluster));

    /// <summary>The members of the cluster that a record is in.</summary>
    public List<Member> MembersAround(MirrorRecord record) =>
        MembersOf(record.Cluster == record.Id ? new Member(record.Id, _numbers.NumberOf(record.Name.Entity), record.IsGone) : MemberOf(record.Cluster));

    private List<Member> MembersOf(Member first)
    {
        var members = new List<Member>(1) { first };
        _members.Bind(1, first.Id);
        while (_members.Step())
        {
            members.Add(new Member(_members.Long(0), (int)_members.Long(1), !_members.IsNull(2)));
        }

        return members;
    }

    /// <summary>The name of a record.</summary>
    public RecordName NameOf(long id)
    {
        _place.Bind(1, id).Step();
        var name = new RecordName(_numbers.NameOf((int)_place.Long(0)), _place.Text(1));
        _place.Reset();
        return name;
    }

    /// <summary>Moves a record into a cluster.</summary>
    public void Move(long id, long cluster) => _moveCluster.Bind(1, cluster).Bind(2, id).Run();

    /// <inheritdoc/>
    public void Dispose() => _statements.Dispose();

    private static KnownRecord Known(Statement row, int column) =>
        new(row.Long(column), row.Long(column + 1), row.IsNull(column + 2) ? null : row.Long(column + 2), !row.IsNull(column + 3));

    private static Statement Optional(Statement statement, long? value) => value is { } number ? statement.Bind(1, number) : statement.BindNull(1);

    private static Statement BindWritten(Statement statement, int parameter, MappedEntity entity, UnseenWrite? written) => written is null
        ? statement.BindNull(parameter).BindNull(parameter + 1)
        : statement.Bind(parameter, written.Time).Bind(parameter + 1, written.ToText(entity));

    private Member MemberOf(long id)
    {
        _place.Bind(1, id).Step();
        var member = new Member(id, (int)_place.Long(0), !_place.IsNull(2));
        _place.Reset();
        return member;
    }
}
