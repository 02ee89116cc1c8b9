namespace SesamTalk.Sandbox.ExactOnline;

/// <summary>The request is refused: thrown where it shows, answered in one place.</summary>
/// <param name="status">The status.</param>
/// <param name="text">What the body says.</param>
internal sealed class ExactRefusalException(int status, string text) : Exception(text)
{
    /// <summary>The status.</summary>
    public int Status { get; } = status;

    /// <summary>The query or the body is not understood.</summary>
    public static ExactRefusalException Malformed(string text) => new(400, text);

    /// <summary>A rule of the business is broken: Exact answers with 500, though nothing failed.</summary>
    public static ExactRefusalException Rule(string text) => new(500, text);

    /// <summary>There is no such thing.</summary>
    public static ExactRefusalException Absent() => new(404, "Not found");
}
