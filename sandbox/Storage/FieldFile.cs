using System.Collections.Immutable;

namespace SesamTalk.Sandbox.Storage;

/// <summary>
/// Reads the <c>.fields</c> files that lie beside the stand-ins: one field a line, its name, its type as the vendor calls it, its
/// marks, and after <c>=</c> what it is computed from.
/// </summary>
internal static class FieldFile
{
    /// <summary>The fields of an entity.</summary>
    /// <param name="name">The place of the file, for example <c>ExactOnline.Fields.Contacts</c>.</param>
    public static ImmutableArray<Field> Read(string name)
    {
        using var stream = typeof(FieldFile).Assembly.GetManifestResourceStream(name)
            ?? throw new ArgumentException($"there is no file of fields called {name}", nameof(name));
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => line[0] != '#').Select(Parse)];
    }

    private static Field Parse(string line)
    {
        var parts = line.Split(" = ", 2);
        var words = parts[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new Field(words[0], TypeOf(words[1]), [.. words[2..]], parts.Length == 2 ? parts[1] : null);
    }

    private static FieldType TypeOf(string word) => word switch
    {
        "String" => FieldType.Text,
        "Guid" => FieldType.Guid,
        "Int16" or "Int32" or "Byte" => FieldType.Integer,
        "Int64" => FieldType.Long,
        "Double" => FieldType.Decimal,
        "Boolean" => FieldType.Boolean,
        "Date" => FieldType.Date,
        "DateTime" => FieldType.Instant,
        "Collection" => FieldType.Collection,
        "Binary" => FieldType.Text,
        _ => throw new FormatException($"no type of field is called {word}"),
    };
}
