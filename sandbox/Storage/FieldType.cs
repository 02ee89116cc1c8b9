namespace SesamTalk.Sandbox.Storage;

/// <summary>What a field of a stand-in holds.</summary>
internal enum FieldType
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A UUID in lower case.</summary>
    Guid,

    /// <summary>A whole number that fits a JSON number.</summary>
    Integer,

    /// <summary>A whole number of 64 bits.</summary>
    Long,

    /// <summary>A number with decimals.</summary>
    Decimal,

    /// <summary>Yes or no: 1 or 0 in the table.</summary>
    Boolean,

    /// <summary>A day: <c>2026-03-01</c> in the table.</summary>
    Date,

    /// <summary>An instant: ISO 8601 in UTC in the table.</summary>
    Instant,

    /// <summary>Something that is no column: lines, bank accounts, classifications.</summary>
    Collection,
}
