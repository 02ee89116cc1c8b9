namespace SesamTalk.Sandbox.PowerOfficeGo;

/// <summary>The request is refused: thrown where it shows, answered in one place.</summary>
/// <param name="status">The status.</param>
/// <param name="title">The title of the problem.</param>
/// <param name="detail">What is wrong.</param>
internal sealed class GoRefusalException(int status, string title, string detail) : Exception(detail)
{
    /// <summary>The status.</summary>
    public int Status { get; } = status;

    /// <summary>The title of the problem.</summary>
    public string Title { get; } = title;

    /// <summary>What was sent does not hold.</summary>
    public static GoRefusalException Invalid(GoResource resource, string detail) => new(400, $"{resource.Title} validation error(s)", detail);

    /// <summary>There is no such thing.</summary>
    public static GoRefusalException Absent() => new(404, "Object(s) not found", "There is no object with that id.");
}
