using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.State.Reading;

/// <summary>A record of the mirror with the paths of its properties.</summary>
/// <param name="Paths">The paths.</param>
/// <param name="Record">The record; its values and stamps are in the order of the paths.</param>
internal sealed record PathedRecord(string[] Paths, MirrorRecord Record)
{
    /// <summary>The place of a property; -1 where it is not mapped.</summary>
    public int PlaceOf(string path) => Array.IndexOf(Paths, path);

    /// <summary>The value of a property.</summary>
    public Value ValueOf(string path) => PlaceOf(path) is var place and >= 0 ? Record.Values[place] : Value.None;
}

/// <summary>Reads the mirror without the flows.</summary>
internal sealed class MirrorReader(StateQuery query, StateNames names)
{
    /// <summary>A record by its number.</summary>
    public PathedRecord Load(long id) => query.Rows(
        "SELECT entity, key, cluster, body, stamps FROM mirror WHERE id = ?",
        row =>
        {
            var entity = (int)row.Long(0);
            var (name, codec) = (names.NameOf(entity, row.Text(1)), names.CodecOf(entity));
            var body = row.Bytes(3);
            var stamps = codec.ReadStamps(row.Bytes(4), MirrorCodec.SlotsOf(body), name);
            return new PathedRecord(names.PathsOf(entity), new MirrorRecord(id, name, row.Long(2), codec.ReadValues(body), stamps));
        },
        id).Single();

    /// <summary>A record by its name; none where no run has seen it.</summary>
    public PathedRecord? Find(string record)
    {
        if (RecordName.Read(record) is not { } name || names.NumberOf(name.Entity) is not { } entity)
        {
            return null;
        }

        var found = query.Rows("SELECT id FROM record WHERE entity = ? AND key = ?", row => row.Long(0), entity, name.Key);
        return found is [var id] ? Load(id) : null;
    }
}
