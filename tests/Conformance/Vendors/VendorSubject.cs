using System.Collections.Immutable;
using SesamTalk.Conformance.Suites;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Systems;
using SesamTalk.Connectors.Values;
using SesamTalk.TestKit.Time;
using SesamTalk.TestKit.Vendors;

namespace SesamTalk.Conformance.Vendors;

/// <summary>An entity of a shipped definition, over the network of this machine, in a stand-in whose users edit its database.</summary>
public sealed class VendorSubject : Subject
{
    private static readonly string[] Acts = ["INSERT", "UPDATE"];

    private readonly VendorWorld _world;
    private readonly VendorForm _form;
    private readonly KeyNames _names;
    private readonly string _table;
    private readonly string _keyColumn;

    internal VendorSubject(Func<FakeClock, Task<VendorWorld>> start, VendorForm form)
    {
        _world = Task.Run(() => start(Clock)).GetAwaiter().GetResult();
        (_form, _names, _table) = (form, new KeyNames(form.KeyForm), form.Thing.Table);
        _keyColumn = _world.Entity(form.Thing.Entity).Key.Property;
        _world.StandIn.Edit(form.Prepare);
    }

    public override int PageSize => _form.PageSize;

    public override bool HasNumbered => _form.Numbered is not null;

    public override bool GivesKeys => _world.Entities.Any(entity => entity.CanCreate && !_world.Capabilities(entity.Name).TakesKeys);

    public override bool HasParts => _form.Thing.Parts is not null;

    public override bool MayLackParts => Parts is not { Mandatory: true };

    public override bool NumbersParts => Parts?.Elements!.Property(_form.Thing.Parts!.Properties["pos"])!.Access == WriteAccess.Never;

    private PropertyDescription? Parts => _form.Thing.Parts is { } parts ? _world.Entity(_form.Thing.Entity).Property(parts.Property) : null;

    private ImmutableDictionary<string, Likeness> Likenesses => _form.Numbered is { } numbered
        ? ImmutableDictionary<string, Likeness>.Empty.Add(Things.Entity.Name, _form.Thing).Add(Things.Numbered.Name, numbered)
        : ImmutableDictionary<string, Likeness>.Empty.Add(Things.Entity.Name, _form.Thing);

    public override bool HasAnother(PropertyType type) => _world.Entity(_form.Thing.Entity).Properties
        .Any(it => it.Type == type && it.Access == WriteAccess.Always && !_form.Thing.Properties.ContainsValue(it.Path));

    public override bool CanHold(string property, Value value) => _form.Thing.Properties.ContainsKey(property) && _form.Holds(value);

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

    public override Trouble TroubleOf(TroubleKind kind) => StandInTroubles.Of(kind, _world.StandIn.Faults, _form.Path);

    protected override IConnectedSystem Connect(SystemDefinition system) => new LikenessSystem(_world, Likenesses, _names);

    protected override void Clean() => Task.Run(async () => await _world.DisposeAsync()).GetAwaiter().GetResult();

    private string Insert(string name, IReadOnlyList<(string Property, Value Value)> values)
    {
        _names.Put(name, _names.KeyOf(name));
        string[] columns = [_keyColumn, .. _form.Thing.Given.Keys, .. values.Select(value => ColumnOf(value.Property))];
        string[] cells = [Literal(Value.Text(_names.KeyOf(name))), .. _form.Thing.Given.Values.Select(Literal), .. values.Select(value => Literal(value.Value))];
        return $"DELETE FROM {_table} WHERE {Is(name)}; INSERT INTO {_table} ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) VALUES ({string.Join(", ", cells)});\n";
    }

    private string Is(string name) => $"\"{_keyColumn}\" = {Literal(Value.Text(_names.KeyOf(name)))}";

    private string ColumnOf(string property) => _form.Thing.Properties.TryGetValue(property, out var path)
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
