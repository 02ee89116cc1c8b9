using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Rest.Forms;

namespace SesamTalk.Connectors.Rest.Json;

/// <summary>
/// Where in the JSON of a row the values of a shape stand, compiled once a request: the values of the shape first, behind them what
/// else is needed of a row (its key, its modification time, its cursor).
/// </summary>
internal sealed class RowPlan
{
    private readonly Dictionary<string, Slot> _slots = new(StringComparer.Ordinal);
    private readonly EntityForm _form;
    private readonly int _shapeCount;

    /// <summary>A plan for a shape.</summary>
    public RowPlan(EntityForm form, EntityDescription entity, Shape shape)
    {
        _form = form;
        _shapeCount = shape.Count;
        Entity = entity;
        for (var i = 0; i < shape.Count; i++)
        {
            Add(shape.Properties[i]);
        }

        Key = Need(entity.Key.Property);
        Modified = entity.Modified is { } modified ? Need(modified) : null;
    }

    /// <summary>The entity.</summary>
    public EntityDescription Entity { get; }

    /// <summary>Where its properties stand.</summary>
    public NameNode<Slot> Tree { get; } = new();

    /// <summary>The key.</summary>
    public Slot Key { get; }

    /// <summary>The modification time; <see langword="null"/> where there is none.</summary>
    public Slot? Modified { get; }

    /// <summary>How many values are read of a row.</summary>
    public int Count => _slots.Count;

    /// <summary>How many of them are the shape's.</summary>
    public int ShapeCount => _shapeCount;

    /// <summary>The names to ask for, where a service is asked for single properties.</summary>
    public IEnumerable<string> Fields => _slots.Values.Where(slot => !IsApart(slot)).Select(slot => PlaceOf(slot.Property.Path).Split('.')[0]).Distinct();

    /// <summary>The lists of elements that come with the record.</summary>
    public IEnumerable<string> Expanded => _slots.Values.Where(slot => slot.Elements is not null && !IsApart(slot)).Select(slot => PlaceOf(slot.Property.Path));

    /// <summary>The lists of the shape that are asked for by requests of their own.</summary>
    public IEnumerable<Slot> Apart => _slots.Values.Where(IsApart);

    /// <summary>The slot of a property of the entity, put behind the shape where the shape lacks it.</summary>
    /// <param name="path">The property.</param>
    /// <param name="type">What is read where the entity's description does not know it: a feed may have properties of its own.</param>
    public Slot Need(string path, Connectors.Values.PropertyType type = Connectors.Values.PropertyType.Any) =>
        _slots.GetValueOrDefault(path) ?? Add(Entity.Property(path) ?? new PropertyDescription(path, type));

    /// <summary>Where a property stands in a row; <see langword="null"/> where it is asked for apart.</summary>
    public string? PlaceInRow(string path) => _slots.TryGetValue(path, out var slot) && !IsApart(slot) ? PlaceOf(path) : null;

    private Slot Add(PropertyDescription property)
    {
        var slot = new Slot(_slots.Count, property, _form.Properties[property.Path])
        {
            Elements = property.Elements is { } elements ? ElementPlans.Of(elements, _form.Children.GetValueOrDefault(property.Path), _form.Properties) : null,
        };
        _slots.Add(property.Path, slot);
        if (!IsApart(slot))
        {
            Tree.Add(PlaceOf(property.Path), slot);
        }

        return slot;
    }

    private string PlaceOf(string path) => _form.Properties.PlaceOf(path);

    private bool IsApart(Slot slot) => _form.Children.GetValueOrDefault(slot.Property.Path)?.Read is not null;
}
