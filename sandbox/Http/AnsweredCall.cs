namespace SesamTalk.Sandbox.Http;

/// <summary>A call that a stand-in was asked, and how it answered.</summary>
/// <param name="Method">The method, in capitals.</param>
/// <param name="Path">The path, without the query.</param>
/// <param name="Status">The status of the answer; 0 where the connection was cut.</param>
/// <param name="At">When, by the clock of the stand-in.</param>
public sealed record AnsweredCall(string Method, string Path, int Status, DateTimeOffset At);
