namespace SesamTalk.Sandbox.Http;

/// <summary>Something that is to go wrong with calls to come.</summary>
/// <param name="Kind">What.</param>
public sealed record Fault(FaultKind Kind)
{
    /// <summary>How many calls it befalls.</summary>
    public int Times { get; init; } = 1;

    /// <summary>How many fitting calls pass before.</summary>
    public int After { get; init; }

    /// <summary>The method that it befalls; every one where not said.</summary>
    public string? Method { get; init; }

    /// <summary>What stands in the path that it befalls; every one where not said.</summary>
    public string? Path { get; init; }

    /// <summary>The status, for <see cref="FaultKind.Status"/>.</summary>
    public int Status { get; init; } = 500;

    /// <summary>The text of the body, for <see cref="FaultKind.Status"/>.</summary>
    public string Text { get; init; } = "An error was asked for.";

    /// <summary>How long, in seconds, for <see cref="FaultKind.Slow"/>.</summary>
    public double Seconds { get; init; } = 5;

    internal bool Befalls(string method, string path) =>
        (Method is null || string.Equals(Method, method, StringComparison.OrdinalIgnoreCase))
        && (Path is null || path.Contains(Path, StringComparison.OrdinalIgnoreCase));
}
