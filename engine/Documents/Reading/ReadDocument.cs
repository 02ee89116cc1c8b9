using System.Collections.Immutable;
using SesamTalk.Engine.Diagnostics;

namespace SesamTalk.Engine.Documents;

/// <summary>What came of reading a document.</summary>
/// <param name="Document">The document, or <see langword="null"/> if it does not keep to the grammar.</param>
/// <param name="Faults">What does not keep to the grammar.</param>
internal sealed record ReadDocument(DataFlowDocument? Document, ImmutableArray<Diagnostic> Faults);
