namespace SesamTalk.Connectors.Rest.Transport;

/// <summary>What became of one request on the wire: an answer, or why there is none.</summary>
/// <param name="Response">The answer; <see langword="null"/> where there is none.</param>
/// <param name="Failure">Why there is none.</param>
/// <param name="Message">The same in plain words.</param>
/// <param name="Cause">The cause.</param>
internal sealed record Exchange(RestResponse? Response, ExchangeFailure Failure = default, string Message = "", Exception? Cause = null);
