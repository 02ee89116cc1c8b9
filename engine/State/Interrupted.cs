namespace SesamTalk.Engine.State;

/// <summary>Where a run was killed.</summary>
/// <param name="Stage">In what.</param>
/// <param name="Flow">The number of the flow.</param>
internal readonly record struct Interrupted(UnderWay Stage, int Flow);
