using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Engine.Testing.Breaking;

/// <summary>A flow with one thing broken.</summary>
/// <param name="Text">What was done to it.</param>
/// <param name="Place">Where.</param>
/// <param name="Flow">The broken flow.</param>
internal sealed record Mutant(string Text, Place Place, Flow Flow);
