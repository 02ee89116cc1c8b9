using System.Collections.Immutable;
using SesamTalk.Connectors.Rest.Templates;

namespace SesamTalk.Connectors.Rest.Forms;

/// <summary>Values of the system that void all cursors when they change, such as the date on which a division was moved.</summary>
/// <param name="Path">Where to ask for them.</param>
/// <param name="Parameters">The query.</param>
/// <param name="At">Where they stand in the answer.</param>
internal sealed record EpochForm(Template Path, ImmutableArray<Parameter> Parameters, ImmutableArray<string> At);
