using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Memory.Storage;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Systems;
using SesamTalk.Connectors.Values;

namespace SesamTalk.Connectors.Memory;

/// <summary>An entity of a system in memory: its records, how it behaves, and what its users do.</summary>
public sealed class MemoryEntity
{
    private readonly Dictionary<string, Func<Value, Value>> _rewriting = new(StringComparer.Ordinal);

    internal MemoryEntity(EntityDescription description, MemorySystem system)
    {
        Description = description;
        System = system;
        Layout = new Layout(description);
        Table = new RecordTable(Layout);
        Capabilities = UsualCapabilities(description);
    }

    /// <summary>What the system says of it.</summary>
    public EntityDescription Description { get; }

    /// <summary>What the system can do with it; a call of anything else is the caller's defect, and told so.</summary>
    public Capabilities Capabilities { get; set; }

    /// <summary>Shuffles reads that do not come in key order; without it they come in the order of creation.</summary>
    public int? ReadOrderSeed { get; set; }

    /// <summary>The keys of its records, in ordinal order.</summary>
    public IReadOnlyList<string> Keys => Locked(() => Table.InKeyOrder.Select(r => r.Key).ToList());

    internal MemorySystem System { get; }

    internal Layout Layout { get; }

    internal RecordTable Table { get; }

    internal Dictionary<string, RecordFault> BadRows { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, string> KeysByIdempotencyKey { get; } = new(StringComparer.Ordinal);

    internal int CursorGeneration { get; private set; }

    /// <summary>What an entity in memory can do unless told otherwise: everything, and it changes no value that it is given.</summary>
    public static Capabilities UsualCapabilities(EntityDescription description)
    {
        ArgumentNullException.ThrowIfNull(description);
        return new Capabilities
        {
            ReadsComplete = true,
            ReadsInKeyOrder = true,
            ReadsSince = true,
            ReadsKeys = true,
            TellsDeletes = true,
            LooksUpByKey = true,
            LooksUpByValues = true,
            WritesConditionally = true,
            KnowsIdempotencyKeys = true,
            TakesKeys = description.Key.GivenBy == KeyGiver.Client,
            AnswersWithStoredState = true,
            GivesModificationTimes = true,
        };
    }

    /// <summary>From now on the system makes something else of a value that it is given for the property (clause O6).</summary>
    public void Rewrite(string property, Func<Value, Value> rewrite) => _rewriting[property] = rewrite;

    /// <summary>From now on the record cannot be read, until <see cref="Mend"/>.</summary>
    public void Spoil(string key, string? property, string message) =>
        Locked(() => BadRows[key] = new RecordFault(key, property, message));

    /// <summary>The record can be read again.</summary>
    public void Mend(string key) => Locked(() => BadRows.Remove(key));

    /// <summary>No cursor given out so far holds any longer.</summary>
    public void VoidCursors() => Locked(() => CursorGeneration++);

    /// <summary>What a property of a record holds.</summary>
    /// <exception cref="KeyNotFoundException">There is no such record.</exception>
    public Value ValueOf(string key, string property) => Locked(() => Table.Get(key).Values[Layout.PlaceOf(property)]);

    /// <summary>When a record was last changed, by the system's clock.</summary>
    /// <exception cref="KeyNotFoundException">There is no such record.</exception>
    public DateTime ModifiedOf(string key) => Locked(() => Table.Get(key).Modified);

    /// <summary>A user adds a record, with any values at all; without a key the system gives one. The key comes back.</summary>
    public string Add(string? key, params IReadOnlyList<(string Property, Value Value)> values)
    {
        var all = new Value[Layout.Count];
        foreach (var (property, value) in values)
            all[Layout.PlaceOf(property)] = value;
        return Locked(() => Table.Add(key, all, System.Now).Key);
    }

    /// <summary>A user changes a property of a record, to any value at all.</summary>
    /// <exception cref="KeyNotFoundException">There is no such record.</exception>
    public void Edit(string key, string property, Value value) => Locked(() =>
    {
        var record = Table.Get(key);
        var values = (Value[])record.Values.Clone();
        values[Layout.PlaceOf(property)] = value;
        return Table.Replace(record, values, System.Now);
    });

    /// <summary>A user deletes a record.</summary>
    /// <exception cref="KeyNotFoundException">There is no such record.</exception>
    public void Delete(string key) => Locked(() => Table.Remove(Table.Get(key).Key));

    internal Value Rewritten(string property, Value value) =>
        _rewriting.TryGetValue(property, out var rewrite) ? rewrite(value) : value;

    private T Locked<T>(Func<T> act)
    {
        lock (System.Gate)
            return act();
    }

    private void Locked(Action act)
    {
        lock (System.Gate)
            act();
    }
}
