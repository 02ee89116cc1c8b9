namespace SesamTalk.Connectors.Sql.Schemas;

/// <summary>A column of a table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Affinity">What becomes of values in it.</param>
/// <param name="IsComputed">Whether the database computes it.</param>
/// <param name="HasDefault">Whether it holds something where nothing is given.</param>
internal sealed record Column(string Name, Affinity Affinity, bool IsComputed, bool HasDefault)
{
    /// <summary>Whether it always holds something.</summary>
    public bool IsNotNull { get; init; }

    /// <summary>The name as SQL writes it.</summary>
    public string Quoted { get; } = Names.Quote(Name);

    /// <summary>The affinity of a declared type, by SQLite's own five rules.</summary>
    public static Affinity AffinityOf(string declared) =>
        Has(declared, "INT") ? Affinity.Integer
        : Has(declared, "CHAR") || Has(declared, "CLOB") || Has(declared, "TEXT") ? Affinity.Text
        : Has(declared, "BLOB") || declared.Length == 0 ? Affinity.None
        : Has(declared, "REAL") || Has(declared, "FLOA") || Has(declared, "DOUB") ? Affinity.Real
        : Affinity.Numeric;

    private static bool Has(string declared, string part) => declared.Contains(part, StringComparison.OrdinalIgnoreCase);
}
