using System.Collections.Immutable;
using System.CommandLine;
using SesamTalk.Cli.Books;
using SesamTalk.Cli.CommandLine;
using SesamTalk.Cli.Output;
using SesamTalk.Cli.Workspaces;
using SesamTalk.Engine.Documents;

namespace SesamTalk.Cli.Commands;

/// <summary><c>docs</c>: the documents of a set of flows, for people and for <c>import</c>.</summary>
internal sealed class DocsCommand : CommandWithAnswer
{
    private const string Document = "DOCUMENT";
    private const string Out = "--out";

    public DocsCommand()
        : base("docs", "Writes what the flows do: as data-flow documents (rst), or as a checklist for people (md, html).")
    {
        Add(Tokens.Checked(new Argument<string[]>(Document)
        {
            Description = "Only these data-flow documents: the title, or the name of the folder that it becomes.",
            Arity = ArgumentArity.ZeroOrMore,
        }));
        Add(Tokens.Checked(new Option<string>(Out) { Description = "Write each data-flow document to a file of its own in this folder (rst).", HelpName = "DIR" }));
        SelectorOptions.AddTo(this);
    }

    /// <inheritdoc/>
    public override ImmutableArray<string> Forms => [BookReport.Rst, BookReport.Markdown, BookReport.Html, GlobalOptions.Json];

    /// <inheritdoc/>
    public override Task<Answer> AnswerAsync(Call call)
    {
        var workspace = PortrayedWorkspace.Read(call);
        if (!workspace.Reading.IsComplete)
        {
            return Task.FromResult(new Answer(ExitCode.Findings, new Refusal(workspace.Reading)));
        }

        var export = DocumentExport.Write(WorkspaceFinder.Find(call), workspace.Reading, workspace.Selection.Names, call.Surroundings.Clock.GetUtcNow());
        if (!export.Diagnostics.IsEmpty)
        {
            return Task.FromResult(new Answer(ExitCode.Findings, new Refusal(workspace.Reading with { Diagnostics = export.Diagnostics, Sources = export.Texts })));
        }

        foreach (var unused in export.Unused)
        {
            call.Tell($"{unused.Place}: {unused.Message}.");
        }

        var documents = DocumentChoice.Of(call.Parsed.GetValue<string[]>(Document) ?? [], export.Documents);
        var book = Book.Of(workspace, documents, call.Surroundings.Clock.GetUtcNow());
        return Task.FromResult(AnswerOf(call, book, documents));
    }

    private Answer AnswerOf(Call call, Book book, ImmutableArray<ExportedDocument> documents)
    {
        var forms = call.Parsed.GetValue<string[]>(GlobalOptions.Format) is { Length: > 0 } given ? given : [Forms[0]];
        var folder = call.Parsed.GetValue<string>(Out);
        var isRst = forms.Contains(BookReport.Rst);
        if (folder is not null && !isRst)
        {
            return Answer.Failed(ExitCode.Usage, "--out writes data-flow documents, one a file.", "Ask for --format rst, or give the checklist a file with --output.");
        }

        if (folder is null && isRst && documents.Length != 1)
        {
            return documents.IsEmpty ? Answer.Failed(ExitCode.Usage, "There are no flows here, so there is no document.") : Answer.Failed(
                ExitCode.Usage,
                $"There are {Count.Of(documents.Length, "data-flow document")} here: {string.Join(", ", documents.Select(document => $"'{document.Title}'"))}.",
                "Name one of them, or have each written to a file with --out DIR.");
        }

        TellUnsaid(call, isRst ? documents : []);
        return new Answer(ExitCode.Done, folder is null ? new BookReport(book) : DocumentFolder.Write(call, folder, documents, new BookReport(book)));
    }

    private static void TellUnsaid(Call call, IEnumerable<ExportedDocument> documents)
    {
        foreach (var (flow, unsaid) in documents.SelectMany(document => document.Notes))
        {
            call.Tell($"{flow}: a data-flow document cannot tell {string.Join(", ", unsaid)}.");
        }
    }
}
