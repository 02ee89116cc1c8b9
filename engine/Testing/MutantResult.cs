using SesamTalk.Engine.Diagnostics;

namespace SesamTalk.Engine.Testing;

/// <summary>What the tests say of a flow with one thing broken.</summary>
/// <param name="Flow">The flow.</param>
/// <param name="Text">What was done to it.</param>
/// <param name="Place">Where.</param>
/// <param name="NoticedBy">The first test that failed; none where the mutant survived.</param>
public sealed record MutantResult(string Flow, string Text, Place Place, string? NoticedBy);
