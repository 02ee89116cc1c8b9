namespace SesamTalk.Sandbox.PlainRest;

/// <summary>The request is refused: thrown where it shows, answered in one place.</summary>
/// <param name="status">The status.</param>
/// <param name="text">What is wrong.</param>
internal sealed class PlainRefusalException(int status, string text) : Exception(text)
{
    /// <summary>The status.</summary>
    public int Status { get; } = status;
}
