namespace SesamTalk.Connectors.Values;

/// <summary>The type of a property, as flows and entity descriptions name it.</summary>
public enum PropertyType
{
    /// <summary>Whatever the system gives.</summary>
    Any,

    /// <summary>Text.</summary>
    String,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A decimal number.</summary>
    Decimal,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A calendar date.</summary>
    Date,

    /// <summary>An instant.</summary>
    DateTime,

    /// <summary>A list of values.</summary>
    List,

    /// <summary>The key of another record, of this system (in a description) or across systems (in a flow).</summary>
    Reference,
}
