using System.Collections.Immutable;
using System.Text.Json;
using SesamTalk.Cli.NewWorkspaces;

namespace SesamTalk.Cli.Output;

/// <summary>A workspace that was made.</summary>
/// <param name="Folder">Its folder as it was given; a dot where it is this one.</param>
/// <param name="Files">Its files.</param>
internal sealed record NewWorkspace(string Folder, ImmutableArray<NewFile> Files) : IReport
{
    private const string Schemas = "schemas/";

    private static readonly (string Path, string What)[] Words =
    [
        ("flows/systems.yaml", "the systems, and how to reach them"),
        (".entities.yaml", "what the records of a system look like"),
        (".flow.yaml", "a flow: what corresponds to what"),
        (".flow-test.yaml", "its tests"),
        (".vscode/settings.json", "lets Visual Studio Code complete and check the files"),
        (".gitignore", "keeps state and secrets out of version control"),
    ];

    private bool IsHere => Folder is "." or "";

    /// <inheritdoc/>
    public void Write(TextPage page)
    {
        page.Line($"Made a workspace {(IsHere ? "here" : $"in {Folder}")}:");
        page.Line();
        var table = new PlainTable("file", "holds");
        foreach (var file in Files.Where(file => !file.Path.StartsWith(Schemas, StringComparison.Ordinal)))
        {
            table.Row(file.Path, WhatOf(file));
        }

        table.Row(Schemas, $"the {Files.Count(file => file.Path.StartsWith(Schemas, StringComparison.Ordinal))} schemas that the first lines of the files name");
        table.Draw(page);
        page.Line();
        page.Line($"Next: {(IsHere ? string.Empty : $"go to {Folder}, and ")}try 'sesamtalk validate', 'sesamtalk test' and 'sesamtalk run'.");
    }

    /// <inheritdoc/>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteString("folder", IsHere ? "." : Folder);
        json.WriteTexts("files", Files.Select(file => file.Path));
    }

    private static string WhatOf(NewFile file) => Words.First(words => file.Path.EndsWith(words.Path, StringComparison.Ordinal)).What;
}
