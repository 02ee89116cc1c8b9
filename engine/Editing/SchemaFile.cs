namespace SesamTalk.Engine.Editing;

/// <summary>A JSON Schema (draft 7) of a kind of file, for editors.</summary>
/// <param name="Name">Its file name, for example <c>flow.schema.json</c>.</param>
/// <param name="Text">What it holds.</param>
public sealed record SchemaFile(string Name, string Text);
