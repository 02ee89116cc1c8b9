namespace SesamTalk.Engine.Documents;

/// <summary>What a Data Type cell comes to in a flow.</summary>
/// <param name="Type">The type as flows name it, or <see langword="null"/> where the cell does not tell it.</param>
/// <param name="SaysAll">Whether type and conversion say all that the cell says; else the cell is kept word for word.</param>
internal readonly record struct DataTypeMeaning(string? Type, bool SaysAll)
{
    /// <summary>The text that the conversion takes out, where there is one.</summary>
    public string? Removes { get; init; }
}
