namespace SesamTalk.Engine.Documents;

/// <summary>What a Data Type cell comes to in a flow.</summary>
/// <param name="Type">The type as flows name it, or <see langword="null"/> where the cell does not tell it.</param>
/// <param name="SaysAll">Whether type and conversion say all that the cell says; else the cell is kept word for word.</param>
internal readonly record struct DataTypeMeaning(string? Type, bool SaysAll)
{
    /// <summary>What follows <c>convert:</c>, where there is a conversion.</summary>
    public string? Convert { get; init; }

    /// <summary>The text that the conversion takes out, where that is what it does.</summary>
    public string? Removes { get; init; }
}
