namespace SesamTalk.Engine.Flows;

/// <summary>Where a workspace is.</summary>
/// <param name="Folder">Its folder, absolute: relative paths in <c>state</c> and in settings start here.</param>
/// <param name="SystemsFile">Its <c>systems.yaml</c>, absolute: flow files and entity descriptions lie below or beside it.</param>
public sealed record WorkspaceLocation(string Folder, string SystemsFile);
