using SesamTalk.Engine.Diagnostics;

namespace SesamTalk.Engine.Testing.Covering;

/// <summary>Something of a flow that tests should touch.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">What it is called: <c>name -> Name, to the target</c>.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="IsTouched">Whether any test touches it.</param>
public sealed record CoveragePoint(CoverageKind Kind, string Text, Place Place, bool IsTouched);
