using SesamTalk.Connectors.Sql.Schemas;
using SesamTalk.Connectors.Values;

namespace SesamTalk.Connectors.Sql.Writing;

/// <summary>What a table without triggers makes of a value is known beforehand, for most columns: then nothing is asked back.</summary>
internal static class Predictable
{
    /// <summary>Whether a column holds exactly the value that it is given, if that is of the type.</summary>
    public static bool Keeps(Column column, PropertyType type) => !column.IsComputed && type switch
    {
        PropertyType.String => column.Affinity is Affinity.Text or Affinity.None,
        PropertyType.Integer => column.Affinity != Affinity.Real,
        PropertyType.Boolean or PropertyType.Date => true,
        _ => false,
    };

    /// <summary>Whether a column holds nothing where it is given nothing.</summary>
    public static bool StaysEmpty(Column column) => column is { IsComputed: false, HasDefault: false };

    /// <summary>Whether a value is of the type.</summary>
    public static bool IsOf(PropertyType type, Value value) => value.Kind switch
    {
        ValueKind.None => true,
        ValueKind.Text => type == PropertyType.String,
        ValueKind.Integer => type == PropertyType.Integer,
        ValueKind.Boolean => type == PropertyType.Boolean,
        ValueKind.Date => type == PropertyType.Date,
        _ => false,
    };
}
