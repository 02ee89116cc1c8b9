namespace SesamTalk.Connectors.Rest.Templates;

/// <summary>A parameter of a query. One whose placeholders are all empty is left out.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
internal sealed record Parameter(string Name, Template Value);
