namespace SesamTalk.Connectors.Rest.Json;

/// <summary>How the elements of a list are read.</summary>
/// <param name="Tree">Where their properties stand.</param>
/// <param name="Count">How many properties an element has.</param>
/// <param name="Rows">Where the elements stand below the list's own place.</param>
internal sealed record ElementPlan(NameNode<Slot> Tree, int Count, NameNode<object> Rows);
