namespace SesamTalk.Connectors.Rest.Transport;

/// <summary>A header of a request. Its value may be a key, so it is never printed.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
internal sealed record HeaderLine(string Name, string Value)
{
    /// <summary>The name alone.</summary>
    public override string ToString() => $"{Name}: (not shown)";
}
