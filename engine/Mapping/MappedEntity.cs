using System.Collections.Immutable;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Selecting;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Mapping;

/// <summary>An entity as the flows of a set see it: the properties that any of them maps.</summary>
internal sealed class MappedEntity
{
    private long? _shapeFingerprint;

    public MappedEntity(SystemConfiguration system, EntityDescription description, ImmutableArray<PropertyDescription> properties)
    {
        System = system;
        Description = description;
        Name = $"{system.Name}/{description.Name}";
        Shape = new Shape(properties);
        Forms = [.. properties.Select(CanonicalForm.Of)];

        // Whether a list is filled that values are selected into is for the system to say.
        var lists = properties.Select(p => ElementSelection.Find(description, p.Path)?.List.Path).ToHashSet();
        Mandatory = [.. description.Properties.Where(p => p.Mandatory && p.Access != WriteAccess.Never && p.Path != description.Key.Property && !lists.Contains(p.Path))];
    }

    /// <summary>The name in the world, <c>system/entity</c>.</summary>
    public string Name { get; }

    /// <summary>The system.</summary>
    public SystemConfiguration System { get; }

    /// <summary>What the system says of it.</summary>
    public EntityDescription Description { get; }

    /// <summary>The mapped properties, in ordinal order of their paths.</summary>
    public Shape Shape { get; }

    /// <summary>The canonical form of each property of the shape.</summary>
    public ImmutableArray<CanonicalForm> Forms { get; }

    /// <summary>The properties that a new record must have.</summary>
    public ImmutableArray<PropertyDescription> Mandatory { get; }

    /// <summary>A number that changes when other properties are mapped: a cursor of before then no longer covers them.</summary>
    public long ShapeFingerprint() => _shapeFingerprint ??= Shape.Properties.Aggregate(Fingerprint.Start, (number, property) => number.Add(SlotName(property))).Value;

    /// <summary>What a property is called in the state. Of a list the element properties belong to it: with others it is another.</summary>
    public static string SlotName(PropertyDescription property) => property.Elements is { } elements
        ? $"{property.Path}\n{string.Join(' ', elements.Properties.Select(p => p.Path))}"
        : property.Path;

    /// <summary>The number of the entity in the state; set when the state is opened.</summary>
    public int Number { get; set; }

    /// <summary>The number of each property of the shape in the state; set when the state is opened.</summary>
    public int[] Slots { get; set; } = [];

    /// <summary>
    /// For each property of the shape, itself and those that share its values or a row with it: their generations count together (clause O3),
    /// so that what one save sets of them has one.
    /// </summary>
    public ImmutableArray<ImmutableArray<int>> Fellows { get; private set; } = [];

    /// <summary>The properties that a flow receives and enforces, each with that flow and the side that the entity is on (clause R7).</summary>
    public ImmutableArray<EnforcedProperty> Enforced { get; private set; } = [];

    /// <summary>For each property of the shape, whether a flow may change it in a record that is there.</summary>
    public ImmutableArray<bool> MayChange { get; private set; } = [];

    /// <summary>For each property of the shape, the list that it is, where its elements are reconciled like records (clause R11).</summary>
    public ImmutableArray<MappedList?> Lists { get; init; } = [];

    /// <summary>Whether more than one flow is on it.</summary>
    public bool IsShared { get; init; }

    /// <summary>Whether a cluster may hold several records of it (clause I5).</summary>
    public bool AllowsSeveral { get; init; }

    /// <summary>Which properties of the shape are never shown (clause H3).</summary>
    public ImmutableArray<bool> Sensitive { get; init; } = [];

    /// <summary>A message about a record of these values, without those that are never shown (clause H3).</summary>
    public string Masked(string message, Value[] values) =>
        Values.Masked.Message(message, values.Where((_, place) => Sensitive[place]));

    /// <summary>A mapped property.</summary>
    public PropertyDescription PropertyOf(string path) => Shape.Properties[Shape.IndexOf(path)];

    /// <summary>The name of one of its records.</summary>
    public RecordName NameOf(string key) => new(Name, key);

    /// <summary>Takes in what the flows of the set say of its properties.</summary>
    /// <param name="flows">All flows of the set.</param>
    /// <param name="together">Their properties that hold one another's values, or decide on one together.</param>
    public void Join(ImmutableArray<MappedFlow> flows, SharedProperties together)
    {
        var names = Enumerable.Range(0, Shape.Count).Select(place => together.NameOf((this, place))).ToArray();
        Fellows = [.. names.Select(name => Enumerable.Range(0, names.Length).Where(place => names[place] == name).ToImmutableArray())];
        MayChange = [.. Enumerable.Range(0, Shape.Count).Select(place => flows.Any(flow => Sides.Both.Any(side => flow.Entity(side) == this && flow.MayChange(side, place))))];
        Enforced =
        [
            .. from flow in flows
               from row in flow.Rows
               where row.Row.Enforce && flow.Entity(row.Receiver) == this
               select new EnforcedProperty(row.Receiver == Side.Target ? row.Target : row.Source, flow, row.Receiver),
        ];
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>A property that a flow receives and enforces (clause R7).</summary>
/// <param name="Property">Its place in the shape.</param>
/// <param name="Flow">The flow.</param>
/// <param name="Side">The side that the property is on.</param>
internal sealed record EnforcedProperty(int Property, MappedFlow Flow, Side Side);
