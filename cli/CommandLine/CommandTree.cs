using System.CommandLine;
using System.CommandLine.Help;
using SesamTalk.Cli.Commands;

namespace SesamTalk.Cli.CommandLine;

/// <summary>The commands and options of the program.</summary>
internal static class CommandTree
{
    /// <summary>How command lines are read: no response files, since <c>@</c> may begin a name.</summary>
    public static ParserConfiguration Configuration { get; } = new() { ResponseFileTokenReplacer = null };

    /// <summary>The whole tree.</summary>
    public static RootCommand Create()
    {
        var root = new RootCommand("Keeps business systems in step: what is edited in one arrives in the others, as flows say.");
        root.Options.OfType<VersionOption>().Single().Action = new VersionAction();
        root.Options.OfType<HelpOption>().Single().Action = new HelpAction();
        GlobalOptions.AddTo(root);
        root.Add(new InitCommand());
        root.Add(new Command("new", "Begins something that a person then completes.") { new NewFlowCommand() });
        root.Add(new RunCommand());
        root.Add(new ValidateCommand());
        root.Add(new FormatCommand());
        root.Add(new TestCommand());
        root.Add(new DoctorCommand());
        root.Add(new ConnectCommand());
        root.Add(new ImportCommand());
        root.Add(new ListCommand());
        root.Add(new ShowCommand());
        root.Add(new DocsCommand());
        root.Add(new GraphCommand());
        root.Add(new Command("schema", "The JSON Schemas of the files, for editors.") { new SchemaExportCommand() });
        root.Add(new StatusCommand());
        root.Add(new Command("links", "What belongs together, and what waits for a person to say so.")
        {
            new LinksListCommand(), new LinksShowCommand(), new LinksLinkCommand(), new LinksUnlinkCommand(),
        });
        root.Add(new Command("conflicts", "Where two edits met, and what waits for a person to decide.")
        {
            new ConflictsListCommand(), new ConflictsShowCommand(), new ConflictsResolveCommand(),
        });
        root.Add(new Command("dead-letters", "What systems did not accept or show.")
        {
            new DeadLettersListCommand(), new DeadLettersShowCommand(), new DeadLettersRetryCommand(), new DeadLettersDropCommand(),
        });
        root.Add(new ExplainCommand());
        root.Add(new HistoryCommand());
        root.Add(new UndoCommand());
        root.Add(new Command("sandbox", "The stand-ins of the systems, with sample data.") { new SandboxResetCommand(), new SandboxUpCommand() });
        root.Add(new CompletionCommand());
        return root;
    }

    /// <summary>The name of a command with the groups that it is in, as it is typed.</summary>
    public static string NameOf(Command command) =>
        string.Join(' ', command.Parents.OfType<Command>().Where(parent => parent is not RootCommand).Select(parent => parent.Name).Append(command.Name));
}
