namespace SesamTalk.Connectors.Sql.Schemas;

/// <summary>What SQLite makes of a value that is put into a column (https://www.sqlite.org/datatype3.html, section 3).</summary>
internal enum Affinity
{
    /// <summary>The value stays as it is.</summary>
    None,

    /// <summary>Numbers become text.</summary>
    Text,

    /// <summary>Text that looks like a number becomes one.</summary>
    Numeric,

    /// <summary>As numeric.</summary>
    Integer,

    /// <summary>As numeric, and whole numbers become floating-point numbers.</summary>
    Real,
}
