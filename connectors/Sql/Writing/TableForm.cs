using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Sql.Cells;
using SesamTalk.Connectors.Sql.Reading;
using SesamTalk.Connectors.Sql.Schemas;
using SesamTalk.Connectors.Sql.Sessions;

namespace SesamTalk.Connectors.Sql.Writing;

/// <summary>A table, seen as the shape of what is written to it: the column of each property, and how it is spelt.</summary>
internal sealed class TableForm
{
    // The elements of a list are in another table.
    private static readonly Column NoColumn = new(string.Empty, Affinity.None, false, false);

    public TableForm(Session session, EntityDescription entity, Shape shape)
    {
        Session = session;
        Source = session.SourceOf(entity);
        Selection = new Selection(entity, shape, Source);
        Columns = [.. shape.Properties.Select(property => property.Elements is null ? Source[property] : NoColumn)];
        Formats = [.. shape.Properties.Select(property => property.Elements is null ? session.FormatOf(Source, property) : default)];
        Key = shape.IndexOf(entity.Key.Property);
        Modified = entity.Modified is null ? -1 : shape.IndexOf(entity.Modified);
        Stamp = Source.Modified is { } column ? InstantFormats.Find(session, Source, column) : null;
    }

    /// <summary>The connection.</summary>
    public Session Session { get; }

    /// <summary>The table.</summary>
    public Source Source { get; }

    /// <summary>The columns of an answer.</summary>
    public Selection Selection { get; }

    /// <summary>The shape of requests and answers.</summary>
    public Shape Shape => Selection.Shape;

    /// <summary>The column of each property.</summary>
    public Column[] Columns { get; }

    /// <summary>How each property is written.</summary>
    public CellFormat[] Formats { get; }

    /// <summary>The place of the key in the shape, or -1.</summary>
    public int Key { get; }

    /// <summary>The place of the modification time in the shape, or -1.</summary>
    public int Modified { get; }

    /// <summary>How the modification time is spelt, where there is one.</summary>
    public InstantFormat? Stamp { get; }

    /// <summary>RETURNING with the columns of an answer. SQLite returns a row as it is before its triggers have run.</summary>
    public string Returning => $" RETURNING {string.Join(", ", Selection.Columns.Select(c => c.Quoted))}";
}
