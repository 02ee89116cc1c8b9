namespace SesamTalk.Connectors.Rest.Transport;

/// <summary>An answer is greater than what is taken.</summary>
internal sealed class TooLargeException() : IOException("the answer is too large");
