using System.Collections.Immutable;
using System.Globalization;
using SesamTalk.Connectors.Systems;
using SesamTalk.Connectors.Tests.Vendors;
using SesamTalk.Connectors.Values;
using SesamTalk.TestKit.Time;

namespace SesamTalk.Connectors.Tests.Conformance.Vendors;

/// <summary>An entity of a shipped definition, over the network of this machine, in a stand-in whose users edit its database.</summary>
public sealed class VendorSubject : Subject
{
    private static readonly string[] Acts = ["INSERT", "UPDATE"];

    private readonly VendorWorld _world;
    private readonly ImmutableDictionary<string, Likeness> _likenesses;
    private readonly KeyNames _names = new();
    private readonly bool _numbersKeys;
    private readonly string _table;
    private int _last;

    internal VendorSubject(Func<FakeClock, Task<VendorWorld>> start, string clear, Likeness thing, Likeness? numbered)
    {
        _world = Task.Run(() => start(Clock)).GetAwaiter().GetResult();
        _likenesses = ImmutableDictionary<string, Likeness>.Empty.Add(Things.Entity.Name, thing);
        _likenesses = numbered is null ? _likenesses : _likenesses.Add(Things.Numbered.Name, numbered);
        _table = thing.Table;
        var key = _world.Entity(thing.Entity);
        _numbersKeys = key.Property(key.Key.Property)!.Type == PropertyType.Integer;
        _world.StandIn.Edit(clear);
    }

    private string KeyColumn => _world.Entity(_likenesses[Things.Entity.Name].Entity).Key.Property;

    public override void Add(string key, params IReadOnlyList<(string Property, Value Value)> values) => _world.StandIn.Edit(Insert(key, values));

    public override void AddMany(int count) =>
        _world.StandIn.Edit(string.Concat(Enumerable.Range(0, count).Select(i => Insert(Things.Key(i), [("name", Value.Text($"name {i}"))]))));

    public override void Edit(string key, string property, Value value) =>
        _world.StandIn.Edit($"UPDATE {_table} SET \"{ColumnOf(property)}\" = {Literal(value)} WHERE {Is(key)}");

    public override void Delete(string key) => _world.StandIn.Edit($"DELETE FROM {_table} WHERE {Is(key)}");

    public override void RejectNote(string note) => _world.StandIn.Edit(string.Concat(Acts.Select(act => $"""
        CREATE TRIGGER "no note at {act}" BEFORE {act} ON {_table} WHEN NEW."{ColumnOf("note")}" = {Literal(Value.Text(note))}
        BEGIN SELECT RAISE(ABORT, 'this note is not accepted'); END;
        """)));

    protected override IConnectedSystem Connect(SystemDefinition system) => new LikenessSystem(_world, _likenesses, _names);

    protected override void Clean() => Task.Run(async () => await _world.DisposeAsync()).GetAwaiter().GetResult();

    private string Insert(string name, IReadOnlyList<(string Property, Value Value)> values)
    {
        if (_numbersKeys && !_names.Knows(name))
            _names.Put(name, (500_000 + ++_last).ToString(CultureInfo.InvariantCulture));
        else if (!_names.Knows(name))
            _names.Put(name, name);
        string[] columns = [KeyColumn, .. values.Select(value => ColumnOf(value.Property))];
        string[] cells = [Literal(Value.Text(_names.KeyOf(name))), .. values.Select(value => Literal(value.Value))];
        return $"DELETE FROM {_table} WHERE {Is(name)}; INSERT INTO {_table} ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) VALUES ({string.Join(", ", cells)});\n";
    }

    private string Is(string name) => $"\"{KeyColumn}\" = {Literal(Value.Text(_names.KeyOf(name)))}";

    private string ColumnOf(string property) => _likenesses[Things.Entity.Name].Properties.TryGetValue(property, out var path)
        ? path
        : throw new IgnoreException($"The vendor's entity has nothing like '{property}'.");

    private static string Literal(Value value) => value.Kind switch
    {
        ValueKind.None => "NULL",
        ValueKind.Boolean => value.AsBoolean ? "1" : "0",
        ValueKind.Integer or ValueKind.Decimal => value.ToString(),
        _ => $"'{value.ToString().Replace("'", "''", StringComparison.Ordinal)}'",
    };
}
