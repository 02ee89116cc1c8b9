using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Testing.Playing;

namespace SesamTalk.Engine.Testing.Covering;

/// <summary>Something of a flow, and whether what came of a play shows that it was touched.</summary>
internal sealed record Probe(CoverageKind Kind, string Text, Place Place, Func<Outcome, bool> IsTouchedBy);
