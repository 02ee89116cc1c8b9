namespace SesamTalk.Engine.Tests.Reference;

/// <summary>A mapping with keys of its own, which has a chapter of its own.</summary>
/// <param name="Heading">The heading of the chapter.</param>
/// <param name="Node">The mapping.</param>
/// <param name="Around">What it is one of several forms of, if it is.</param>
/// <param name="Places">Where it may stand, as paths of keys; <c>[]</c> is an item of a list, <c>NAME</c> any name.</param>
internal sealed record SchemaSection(string Heading, SchemaNode Node, SchemaNode? Around, List<string> Places);
