using System.Collections.Immutable;

namespace SesamTalk.Connectors.Tests.Conformance.Vendors;

/// <summary>An entity of a vendor that stands for one of the suite's.</summary>
/// <param name="Entity">Its name.</param>
/// <param name="Table">Its table in the stand-in.</param>
/// <param name="Properties">Its properties, by those of the suite's entity that they stand for.</param>
internal sealed record Likeness(string Entity, string Table, ImmutableDictionary<string, string> Properties);
