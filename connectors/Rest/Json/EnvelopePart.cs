namespace SesamTalk.Connectors.Rest.Json;

/// <summary>What is wanted at a place of an answer.</summary>
internal sealed class EnvelopePart
{
    /// <summary>Whether rows stand here, where it is a list.</summary>
    public bool IsRows { get; init; }

    /// <summary>Whether a record stands here, where it is an object.</summary>
    public bool IsRecord { get; init; }

    /// <summary>The text that is wanted of this place; -1 for none.</summary>
    public int Text { get; init; } = -1;
}
