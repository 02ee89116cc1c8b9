namespace SesamTalk.Connectors.Rest.Authentication;

/// <summary>What came of a call for a token.</summary>
/// <param name="Token">The token; <see langword="null"/> where it was refused.</param>
/// <param name="Error">The code of the refusal, where there was one.</param>
/// <param name="Words">The system's own words, without secrets.</param>
internal sealed record TokenResult(Token? Token, string? Error, string Words);
