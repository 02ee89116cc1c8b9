namespace SesamTalk.Connectors.Writing;

/// <summary>A batch was not accepted as a whole and nothing of it was written; the caller sends its records one by one (clause W5).</summary>
/// <param name="message">The system's own words.</param>
public sealed class BatchFailedException(string message) : Exception(message);
