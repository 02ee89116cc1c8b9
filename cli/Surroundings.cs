using SesamTalk.Cli.Workspaces;
using SesamTalk.Connectors.Rest;
using SesamTalk.Connectors.Sql;
using SesamTalk.Connectors.Systems;
using SesamTalk.Engine.Running;

namespace SesamTalk.Cli;

/// <summary>Everything that the program gets from outside, so that a test can give it something else.</summary>
/// <param name="Folder">The folder it is started in.</param>
/// <param name="Output">Where results go.</param>
/// <param name="Error">Where all else goes.</param>
/// <param name="Environment">The environment variables.</param>
/// <param name="Clock">The time.</param>
internal sealed record Surroundings(string Folder, TextWriter Output, TextWriter Error, Func<string, string?> Environment, TimeProvider Clock)
{
    /// <summary>The width of a page that nobody looks at in a window: wide enough that nothing is broken over two lines.</summary>
    public const int Unbounded = 400;

    private const int Narrowest = 40;

    /// <summary>How many columns the result has room for.</summary>
    public int OutputWidth { get; init; } = Unbounded;

    /// <summary>How many columns the progress has room for.</summary>
    public int ErrorWidth { get; init; } = Unbounded;

    /// <summary>Whether a person watches the results appear.</summary>
    public bool OutputIsTerminal { get; init; }

    /// <summary>Whether a person watches the progress.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>What a person types.</summary>
    public TextReader Input { get; init; } = TextReader.Null;

    /// <summary>The adapters there are.</summary>
    public IReadOnlyList<IConnector> Connectors { get; init; } = [new RestConnector(), new SqlConnector()];

    /// <summary>Where identifiers come from; by the clock where not given.</summary>
    public IIdentifierSource? Identifiers { get; init; }

    /// <summary>Runs a git command in a folder; gives <see langword="null"/> where there is no git.</summary>
    public Func<string, IReadOnlyList<string>, GitAnswer?> Git { get; init; } = GitProgram.Run;

    /// <summary>Where reports of defects go.</summary>
    public string ReportFolder { get; init; } = Path.GetTempPath();

    /// <summary>Whether escape sequences for colours are welcome on the output.</summary>
    public bool OutputHasColours => OutputIsTerminal && WantsColours;

    /// <summary>Whether the progress may be drawn anew in place.</summary>
    public bool ErrorIsLive => ErrorIsTerminal && string.IsNullOrEmpty(Environment("CI")) && Environment("TERM") != "dumb";

    /// <summary>Whether colours are wanted at all (no-color.org).</summary>
    public bool WantsColours => string.IsNullOrEmpty(Environment("NO_COLOR")) && Environment("TERM") != "dumb";

    /// <summary>What this process has.</summary>
    public static Surroundings OfThisProcess() => new(
        System.Environment.CurrentDirectory,
        Console.Out,
        Console.Error,
        System.Environment.GetEnvironmentVariable,
        TimeProvider.System)
    {
        OutputWidth = WidthOf(Console.IsOutputRedirected),
        ErrorWidth = WidthOf(Console.IsErrorRedirected),
        Input = Console.In,
        OutputIsTerminal = !Console.IsOutputRedirected,
        ErrorIsTerminal = !Console.IsErrorRedirected,
    };

    private static int WidthOf(bool isRedirected) => isRedirected ? Unbounded : Math.Max(Console.WindowWidth, Narrowest);
}
