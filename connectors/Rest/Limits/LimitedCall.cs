namespace SesamTalk.Connectors.Rest.Limits;

/// <summary>A call as one limit knows it.</summary>
/// <param name="Limiter">The limit.</param>
/// <param name="Number">The number of the call.</param>
/// <param name="Taken">What its meter knows it by.</param>
internal readonly record struct LimitedCall(Limiter Limiter, long Number, long Taken);
