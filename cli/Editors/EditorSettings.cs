namespace SesamTalk.Cli.Editors;

/// <summary>
/// The settings by which Visual Studio Code, with the extension for YAML, knows the files of the language by their names. They name the
/// schemas in the folder into which <c>schema export</c> writes.
/// </summary>
internal static class EditorSettings
{
    /// <summary>Where the file belongs, from the folder of a workspace.</summary>
    public const string Path = ".vscode/settings.json";

    /// <summary>The folder of the schemas, from the folder of a workspace.</summary>
    public const string Schemas = "schemas";

    /// <summary>What the file holds, with line feeds.</summary>
    public const string Text = """
        {
          "yaml.schemas": {
            "./schemas/flow.schema.json": ["*.flow.yaml"],
            "./schemas/flow-test.schema.json": ["*.flow-test.yaml"],
            "./schemas/systems.schema.json": ["systems.yaml"],
            "./schemas/entities.schema.json": ["*.entities.yaml"],
            "./schemas/connector.schema.json": ["*.connector.yaml"],
            "./schemas/document.schema.json": ["*.document.yaml"]
          },
          "[yaml]": { "editor.tabSize": 2, "editor.insertSpaces": true }
        }

        """;
}
