namespace SesamTalk.Connectors.Sql.Schemas;

/// <summary>Names as SQL writes them.</summary>
internal static class Names
{
    /// <summary>The name that statements give the table or query that they read. Columns are written behind it: SQLite takes a
    /// quoted name that stands alone, and that it does not know, for a text.</summary>
    public const string Row = "r";

    /// <summary>A name in quotes.</summary>
    public static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
