using SesamTalk.Engine.Mapping;

namespace SesamTalk.Engine.Running;

/// <summary>What a call of a system is for.</summary>
/// <param name="Stage">The stage that calls.</param>
/// <param name="Subject">For whom, as progress tells it.</param>
/// <param name="Flow">The flow that the call counts for.</param>
internal sealed record Errand(RunStage Stage, string Subject, MappedFlow Flow);
