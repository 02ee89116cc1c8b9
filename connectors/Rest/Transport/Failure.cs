namespace SesamTalk.Connectors.Rest.Transport;

/// <summary>What went wrong with the one record asked for. What concerns the system as a whole is an exception.</summary>
/// <param name="Kind">What it means.</param>
/// <param name="Message">The system's own words.</param>
internal sealed record Failure(FailureKind Kind, string Message);
