using System.Collections.Immutable;
using SesamTalk.Connectors.Rest.Templates;

namespace SesamTalk.Connectors.Rest.Forms;

/// <summary>How to ask whether a record that is no longer there left without being deleted, such as an order that became an invoice.</summary>
/// <param name="Path">The path.</param>
/// <param name="Parameters">The query.</param>
/// <param name="At">Where the answer says it.</param>
/// <param name="Is">What it says then.</param>
/// <param name="Reason">What a person is told.</param>
internal sealed record LeftForm(Template Path, ImmutableArray<Parameter> Parameters, string At, ImmutableArray<string> Is, string Reason);
