using System.Collections.Immutable;

namespace SesamTalk.Connectors.Definitions;

/// <summary>What came of reading a definition file.</summary>
/// <param name="Definition">What it says; <see langword="null"/> where it has faults.</param>
/// <param name="Faults">What is wrong with it.</param>
public sealed record DefinitionReading(IConnectorDefinition? Definition, ImmutableArray<DefinitionFault> Faults);
