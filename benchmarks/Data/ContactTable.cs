namespace SesamTalk.Benchmarks.Data;

/// <summary>The table of contacts: a text key, ten text columns, a modification time; indices as a customer would have.</summary>
internal static class ContactTable
{
    public const string Name = "Contact";

    public const string Key = "Id";

    public const string Modified = "Modified";

    /// <summary>The ten text columns; <c>Number</c> and <c>Email</c> are unique.</summary>
    public static readonly string[] Columns =
        ["Number", "FirstName", "LastName", "Email", "Phone", "Street", "PostalCode", "City", "Country", "Note"];

    /// <summary>Key, text columns, modification time.</summary>
    public static readonly string[] AllColumns = [Key, .. Columns, Modified];

    public const string Now = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')";

    public static readonly string Create = $"""
        CREATE TABLE {Name} ({Key} TEXT NOT NULL PRIMARY KEY, {string.Join(", ", Columns.Select(column => column + " TEXT"))},
            {Modified} TEXT NOT NULL DEFAULT ({Now}));
        CREATE INDEX {Name}_{Modified} ON {Name} ({Modified});
        """;

    public static readonly string SelectAll = $"SELECT {string.Join(", ", AllColumns)} FROM {Name}";

    public static readonly string Insert =
        $"INSERT INTO {Name} ({string.Join(", ", AllColumns)}) VALUES ({string.Join(", ", AllColumns.Select(column => "$" + column))})";
}
