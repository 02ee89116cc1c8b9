using System.Collections.Immutable;

namespace SesamTalk.Engine.Testing;

/// <summary>A file of tests of one flow, checked.</summary>
/// <param name="File">The file, as it is shown to a person.</param>
/// <param name="Path">The file, absolute.</param>
/// <param name="Flow">The flow that is tested.</param>
/// <param name="Tests">The tests without errors, in the order of the file.</param>
public sealed record FlowTestFile(string File, string Path, string Flow, ImmutableArray<FlowTest> Tests);
