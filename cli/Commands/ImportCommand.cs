using System.CommandLine;
using SesamTalk.Cli.CommandLine;
using SesamTalk.Cli.Imports;
using SesamTalk.Cli.Output;
using SesamTalk.Engine.Documents;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Cli.Commands;

/// <summary><c>import</c>: data-flow documents to flow files.</summary>
internal sealed class ImportCommand : CommandWithAnswer
{
    private const string Documents = "DOC";
    private const string Out = "--out";
    private const string Force = "--force";

    public ImportCommand()
        : base("import", "Makes flow files of data-flow documents, and tells what the documents leave open.")
    {
        Add(Tokens.Checked(new Argument<string[]>(Documents) { Description = "The documents (.rst).", Arity = ArgumentArity.OneOrMore }));
        Add(Tokens.Checked(new Option<string>(Out)
        {
            Description = "Where to write: one folder a document. Default: the folder of systems.yaml, or flows/ here where there is none.",
            HelpName = "DIR",
        }));
        Add(new Option<bool>(Force) { Description = "Replace flow files that say something else." });
    }

    /// <inheritdoc/>
    public override Task<Answer> AnswerAsync(Call call)
    {
        var location = WorkspaceLocator.Find(call.PathOf(call.Parsed.GetValue<string>(GlobalOptions.Workspace) ?? "."));
        var names = location is null ? NameResolution.None : NameReader.Read(location).Names;
        var folder = call.Parsed.GetValue<string>(Out) is { } given ? call.PathOf(given)
            : location is null ? call.PathOf("flows") : Path.GetDirectoryName(location.SystemsFile)!;
        var imported = DocumentFiles.Import(call, call.Parsed.GetValue<string[]>(Documents)!, names);
        var writing = new FlowFileWriting(call, folder, call.Parsed.GetValue<bool>(Force));
        var report = new ImportSummary(writing.Write(imported), Path.GetRelativePath(call.Surroundings.Folder, folder).Replace('\\', '/'));
        return Task.FromResult(new Answer(report.IsWhole ? ExitCode.Done : ExitCode.Findings, report));
    }
}
