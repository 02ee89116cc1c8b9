using System.Collections.Immutable;
using System.CommandLine;
using SesamTalk.Cli.CommandLine;
using SesamTalk.Cli.Editors;
using SesamTalk.Cli.Files;
using SesamTalk.Cli.Output;
using SesamTalk.Cli.Workspaces;
using SesamTalk.Engine.Editing;

namespace SesamTalk.Cli.Commands;

/// <summary><c>schema export</c>: the JSON Schemas, for editors.</summary>
internal sealed class SchemaExportCommand : CommandWithAnswer
{
    private const string Out = "--out";

    public SchemaExportCommand()
        : base("export", "Writes the JSON Schemas of all kinds of files, for editors. With --workspace the names of its systems, entities and properties are filled in.") =>
        Add(Tokens.Checked(new Option<string>(Out) { Description = "Where to write. Default: the folder schemas, in the folder of the workspace; here where there is none.", HelpName = "DIR" }));

    /// <inheritdoc/>
    public override Task<Answer> AnswerAsync(Call call)
    {
        var isFilled = GlobalOptions.IsGiven(call.Parsed, GlobalOptions.Workspace);
        var location = isFilled ? WorkspaceFinder.Find(call) : Engine.Flows.WorkspaceLocator.Find(call.PathOf("."));
        var folder = call.Parsed.GetValue<string>(Out) is { } given ? call.PathOf(given) : Path.Combine(location?.Folder ?? call.Surroundings.Folder, EditorSettings.Schemas);
        if (!isFilled)
        {
            return Task.FromResult(Written(call, folder, LanguageSchemas.Of(call.Surroundings.Connectors), null));
        }

        if (call.Parsed.GetValue<string>(Out) is null && LanguageSchemas.Of(call.Surroundings.Connectors).FirstOrDefault(plain => IsPlain(folder, plain)) is { } kept)
        {
            return Task.FromResult(Answer.Failed(
                ExitCode.Usage,
                $"Nothing was written: {Path.Combine(folder, kept.Name)} is the plain schema, which others may need.",
                "Name the folder with --out: another one, or this one to replace what is there."));
        }

        var reading = WorkspaceFinder.Read(call, location!);
        return Task.FromResult(WorkspaceSchemas.Of(reading, call.Surroundings.Connectors) is { } schemas
            ? Written(call, folder, schemas, FilledNames.Of(WorkspaceFinder.WorkspaceOf(call, reading)))
            : new Answer(ExitCode.Findings, new Refusal(reading)));
    }

    // Only of flows the two always differ.
    private static bool IsPlain(string folder, SchemaFile plain) => plain.Name == LanguageSchemas.Flows && Path.Combine(folder, plain.Name) is var path && File.Exists(path)
        && File.ReadAllText(path).ReplaceLineEndings("\n") == plain.Text.ReplaceLineEndings("\n");

    private static Answer Written(Call call, string folder, ImmutableArray<SchemaFile> schemas, FilledNames? names)
    {
        foreach (var schema in schemas)
        {
            LocalFiles.Write(call, Path.Combine(folder, schema.Name), path => FileReplacement.Write(path, schema.Text));
        }

        return new Answer(ExitCode.Done, new ExportedSchemas(Path.GetRelativePath(call.Surroundings.Folder, folder).Replace('\\', '/'), [.. schemas.Select(schema => schema.Name)], names));
    }
}
