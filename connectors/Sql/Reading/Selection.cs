using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Sql.Schemas;

namespace SesamTalk.Connectors.Sql.Reading;

/// <summary>The columns that a record is made of: its key, its modification time, and the properties of a shape.</summary>
internal sealed class Selection
{
    private readonly int[] _columnOf;

    public Selection(EntityDescription entity, Shape shape, Source source)
        : this(entity, shape, source, entity.Modified is { } modified ? entity.Property(modified) : null)
    {
    }

    private Selection(EntityDescription entity, Shape shape, Source source, PropertyDescription? modified)
    {
        Entity = entity;
        Shape = shape;
        Source = source;
        Key = entity.Property(entity.Key.Property)!;
        Modified = modified;
        var columns = new List<Column> { source.Key };
        if (Modified is not null && source.Modified is { } column)
        {
            columns.Add(column);
        }

        _columnOf = new int[shape.Count];
        for (var i = 0; i < _columnOf.Length; i++)
        {
            var isList = shape.Properties[i].Elements is not null;
            _columnOf[i] = isList ? -1 : columns.Count;
            columns.AddRange(isList ? [] : [source[shape.Properties[i]]]);
        }

        Columns = columns;
    }

    /// <summary>A selection of nothing but the keys: an index on them answers it.</summary>
    public static Selection OfKeys(EntityDescription entity, Source source) => new(entity, new Shape([]), source, null);

    /// <summary>The entity.</summary>
    public EntityDescription Entity { get; }

    /// <summary>The properties that are wanted.</summary>
    public Shape Shape { get; }

    /// <summary>Where the records are.</summary>
    public Source Source { get; }

    /// <summary>The property of the key, in column 0.</summary>
    public PropertyDescription Key { get; }

    /// <summary>The property of the modification time, in column 1 if there is one.</summary>
    public PropertyDescription? Modified { get; }

    /// <summary>The column of a property of the shape; -1 for a list, whose elements are in another table.</summary>
    public int ColumnOf(int property) => _columnOf[property];

    /// <summary>The columns, in order.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>SELECT ... FROM ..., to be continued.</summary>
    public string Select => $"SELECT {string.Join(", ", Columns.Select(c => $"{Names.Row}.{c.Quoted}"))} FROM {Source.From}";
}
