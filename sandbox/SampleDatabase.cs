using System.Collections.Immutable;
using SesamTalk.Connectors.Descriptions;

namespace SesamTalk.Sandbox;

/// <summary>A database of the sandbox: one system of the workspace.</summary>
/// <param name="System">The name of the system, for example <c>exact-online</c>.</param>
/// <param name="Path">The SQLite file.</param>
/// <param name="Entities">What its tables look like.</param>
public sealed record SampleDatabase(string System, string Path, ImmutableArray<EntityDescription> Entities);
