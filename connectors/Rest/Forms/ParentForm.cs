namespace SesamTalk.Connectors.Rest.Forms;

/// <summary>That the addresses of an entity's records name another record, as <c>{parent}</c>.</summary>
/// <param name="Property">The property that holds the key of that record.</param>
internal sealed record ParentForm(string Property);
