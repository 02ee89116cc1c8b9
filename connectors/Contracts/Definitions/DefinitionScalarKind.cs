namespace SesamTalk.Connectors.Definitions;

/// <summary>What a single value of a definition file is.</summary>
public enum DefinitionScalarKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A whole number of 64 bits.</summary>
    Integer,

    /// <summary>A number with a decimal point.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>Nothing.</summary>
    Null,
}
