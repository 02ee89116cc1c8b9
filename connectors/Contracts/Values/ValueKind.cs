namespace SesamTalk.Connectors.Values;

/// <summary>What a <see cref="Value"/> holds.</summary>
public enum ValueKind : byte
{
    /// <summary>No value: the property is empty.</summary>
    None,

    /// <summary>Text, as the system gave it.</summary>
    Text,

    /// <summary>A whole number of 64 bits.</summary>
    Integer,

    /// <summary>A decimal number of up to 28 digits.</summary>
    Decimal,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A calendar date without a time.</summary>
    Date,

    /// <summary>An instant, in ticks of 100 ns, UTC.</summary>
    DateTime,

    /// <summary>A list of values.</summary>
    List,

    /// <summary>An element of a list that is made of properties: one value for each, in the order of its description.</summary>
    Element,
}
