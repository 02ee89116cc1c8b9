using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Systems;

namespace SesamTalk.Connectors.Sql.Schemas;

/// <summary>Where the records of an entity are: a table, a view or a query, as the database has it now.</summary>
internal sealed class Source
{
    private readonly EntityDescription _entity;
    private readonly Dictionary<string, Column> _columns;
    private readonly string _database;

    public Source(EntityDescription entity, SourceKind kind, bool hasTriggers, IReadOnlyList<Column> columns, string database)
    {
        _entity = entity;
        _database = database;
        Kind = kind;
        HasTriggers = hasTriggers;
        _columns = columns.ToDictionary(column => column.Name, StringComparer.OrdinalIgnoreCase);
        Name = Names.Quote(TableOf(entity));
        From = kind == SourceKind.Query ? $"({QueryOf(entity)}\n) AS {Names.Row}" : $"{Name} AS {Names.Row}";
        Key = this[entity.Property(entity.Key.Property) ?? throw NoKey(entity)];
        Modified = entity.Modified is { } modified && entity.Property(modified) is { } property ? this[property] : null;
    }

    /// <summary>What it is.</summary>
    public SourceKind Kind { get; }

    /// <summary>Whether a write starts triggers, so that what is stored is known only afterwards.</summary>
    public bool HasTriggers { get; }

    /// <summary>The table, in quotes.</summary>
    public string Name { get; }

    /// <summary>What stands behind FROM.</summary>
    public string From { get; }

    /// <summary>The column of the key.</summary>
    public Column Key { get; }

    /// <summary>The column of the modification time, if there is one.</summary>
    public Column? Modified { get; }

    /// <summary>The column of a property.</summary>
    /// <exception cref="SystemRefusedException">There is none.</exception>
    public Column this[PropertyDescription property] => Find(property) ?? throw Lacks(property);

    /// <summary>The column of a property, if there is one.</summary>
    public Column? Find(PropertyDescription property) => _columns.GetValueOrDefault(property.Column ?? property.Path);

    /// <summary>The table that an entity names.</summary>
    public static string TableOf(EntityDescription entity) => entity.Table ?? entity.Name;

    /// <summary>The query that an entity names, without the end of the statement.</summary>
    public static string QueryOf(EntityDescription entity) => entity.Query!.TrimEnd(' ', '\t', '\r', '\n', ';');

    /// <summary>Why a property without a column cannot be read.</summary>
    public SystemRefusedException Lacks(PropertyDescription property) => new(
        $"{What} in {_database} has no column '{property.Column ?? property.Path}' for the property '{property.Path}' of {_entity.Name}",
        $"Correct 'column' of the property in the entity description. Columns there: {string.Join(", ", _columns.Keys)}.");

    private string What => Kind == SourceKind.Query ? $"the query of {_entity.Name}" : $"the {(Kind == SourceKind.View ? "view" : "table")} '{TableOf(_entity)}'";

    private static SystemRefusedException NoKey(EntityDescription entity) => new(
        $"{entity.Name} is described without the property '{entity.Key.Property}' that is its key",
        "Add the property to the entity description.");
}

/// <summary>What records are read from.</summary>
internal enum SourceKind
{
    /// <summary>A table.</summary>
    Table,

    /// <summary>A view: it is read, and never written to.</summary>
    View,

    /// <summary>A query of the description: it is read, and never written to.</summary>
    Query,
}
