namespace SesamTalk.Engine.Selecting;

/// <summary>What was read of a path: neither a path nor a fault where it selects nothing.</summary>
/// <param name="Path">The path, where it selects an element.</param>
/// <param name="Fault">Why it cannot be read.</param>
internal readonly record struct PathReading(SelectingPath? Path, PathFault? Fault);

/// <summary>Why a path cannot be read.</summary>
/// <param name="At">Where in the path, from 0.</param>
/// <param name="Message">What is wrong there.</param>
internal sealed record PathFault(int At, string Message);
