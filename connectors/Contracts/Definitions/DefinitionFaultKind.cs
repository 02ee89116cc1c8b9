namespace SesamTalk.Connectors.Definitions;

/// <summary>What is wrong with a definition file whose shape is right.</summary>
public enum DefinitionFaultKind
{
    /// <summary>It names an entity, a property or a placeholder that there is not.</summary>
    UnknownName,

    /// <summary>It lacks something that follows from what it says.</summary>
    Missing,

    /// <summary>It says something that is not understood, or that contradicts something else.</summary>
    NotUnderstood,
}
