using System.Collections.Immutable;

namespace SesamTalk.Cli.Output;

/// <summary>A stand-in that listens.</summary>
/// <param name="System">The system that it stands in for.</param>
/// <param name="Address">Where it listens.</param>
/// <param name="Database">Its data, as a person sees the path.</param>
/// <param name="Keys">What a caller needs to be let in; they open nothing but this sandbox.</param>
internal sealed record StandInService(string System, Uri Address, string Database, ImmutableDictionary<string, string> Keys);
