using System.Collections.Immutable;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.State.Reading;

/// <summary>What the numbers of a state stand for, and what of it may not be shown (clause H3).</summary>
internal sealed class StateNames
{
    private readonly Dictionary<int, string> _entities;
    private readonly Dictionary<string, int> _numbers;
    private readonly Dictionary<int, MirrorCodec> _codecs = [];
    private readonly ILookup<int, (int Slot, string Path)> _slots;
    private readonly HashSet<(string Entity, string Path)> _sensitive;

    /// <param name="query">The state.</param>
    /// <param name="set">The flows as they are now, where they can be read: what they call sensitive is so although no run has seen it yet.</param>
    public StateNames(StateQuery query, FlowSet? set)
    {
        _entities = query.Rows("SELECT number, name FROM entity", row => (Number: (int)row.Long(0), Name: row.Text(1))).ToDictionary(e => e.Number, e => e.Name);
        _numbers = _entities.ToDictionary(e => e.Value, e => e.Key, StringComparer.Ordinal);
        var slots = query.Rows(
            "SELECT entity, slot, path, sensitive FROM slot ORDER BY entity, slot",
            row => (Entity: (int)row.Long(0), Slot: (int)row.Long(1), Path: row.Text(2).Split('\n')[0], Sensitive: row.Long(3) != 0));
        _slots = slots.ToLookup(slot => slot.Entity, slot => (slot.Slot, slot.Path));
        _sensitive = [.. slots.Where(slot => slot.Sensitive).Select(slot => (_entities[slot.Entity], slot.Path)), .. set is null ? [] : SensitiveProperties.Of(set.Flows)];
        Flows = query.Rows("SELECT number, name, file, rules FROM flow", row => new NamedFlow((int)row.Long(0), row.Text(1), row.Text(2), RuleText.Read(row.Text(3))))
            .ToDictionary(flow => flow.Number);
    }

    /// <summary>The flows that ever ran, by their numbers.</summary>
    public IReadOnlyDictionary<int, NamedFlow> Flows { get; }

    /// <summary>The name of a record.</summary>
    public RecordName NameOf(int entity, string key) => new(EntityOf(entity), key);

    /// <summary>The number of an entity; none where no run has seen it.</summary>
    public int? NumberOf(string entity) => _numbers.TryGetValue(entity, out var number) ? number : null;

    /// <summary>The name of an entity.</summary>
    public string EntityOf(int number) => _entities.TryGetValue(number, out var name) ? name : throw new DamagedBytesException($"entity {number} is not known");

    /// <summary>The path of a property.</summary>
    public string PathOf(int entity, int slot) => _slots[entity].FirstOrDefault(it => it.Slot == slot).Path ?? throw new DamagedBytesException($"property {slot} of {EntityOf(entity)} is not known");

    /// <summary>The paths of an entity's properties, in order of their slots.</summary>
    public string[] PathsOf(int entity) => [.. _slots[entity].Select(slot => slot.Path)];

    /// <summary>Whether a property is never shown.</summary>
    public bool IsSensitive(string entity, string path) => _sensitive.Contains((entity, path));

    /// <summary>The binary form of an entity's records, with all properties that were ever mapped.</summary>
    public MirrorCodec CodecOf(int entity)
    {
        if (!_codecs.TryGetValue(entity, out var codec))
        {
            var places = Enumerable.Range(0, _slots[entity].Count()).ToArray();
            codec = _codecs[entity] = new MirrorCodec(places, places.Length, name => _numbers[name], EntityOf);
        }

        return codec;
    }
}

/// <summary>A flow, as the state knows it.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="File">Its file.</param>
/// <param name="Rules">The pairs of its match rules.</param>
internal sealed record NamedFlow(int Number, string Name, string File, ImmutableArray<ImmutableArray<MatchPair>> Rules);
