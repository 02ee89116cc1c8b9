using SesamTalk.Cli.Workspaces;
using SesamTalk.Connectors.Systems;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Time;

namespace SesamTalk.Cli.Tests.Program;

/// <summary>The program with streams, a clock and an environment of a test's own, in the test's own process.</summary>
/// <param name="folder">The folder that it is started in.</param>
internal sealed class TestProgram(string folder)
{
    public FakeClock Clock { get; init; } = new();

    /// <summary>Whether the time is that of the machine.</summary>
    public bool GoesByTheMachine { get; init; }

    /// <summary>Who sits before the console, if anybody does.</summary>
    public Person? Person { get; init; }

    public Dictionary<string, string> Environment { get; } = [];

    public IReadOnlyList<IConnector>? Connectors { get; init; }

    /// <summary>What stands for git; that of the machine where not given.</summary>
    public Func<string, IReadOnlyList<string>, GitAnswer?>? Git { get; init; }

    /// <summary>Columns of the terminal; without them the streams go to files.</summary>
    public int? Terminal { get; init; }

    /// <summary>Is done when the program has told of a run, before it goes on: the first, the second and so on.</summary>
    public Action<int>? AfterRun { get; init; }

    /// <summary>Is given each line beside the results.</summary>
    public Action<string>? Beside { get; init; }

    public TestInterruption Interruption { get; } = new();

    public async Task<ProgramResult> RunAsync(params string[] arguments)
    {
        using var output = AfterRun is null ? new StringWriter() : new FollowedOutput(AfterRun);
        using var error = Person?.Watch() ?? (Beside is null ? new StringWriter() : new FollowedLines(Beside));
        var code = await Application.RunAsync(arguments, Surround(output, error), Interruption);
        return new ProgramResult(code, Shown(output), Shown(error));
    }

    private Surroundings Surround(StringWriter output, StringWriter error)
    {
        var plain = new Surroundings(folder, output, error, Environment.GetValueOrDefault, GoesByTheMachine ? TimeProvider.System : Clock)
        {
            Identifiers = new CountingIdentifiers(),
            ReportFolder = folder,
            Input = Person?.Keyboard ?? TextReader.Null,
            OutputIsTerminal = Terminal is not null,
            ErrorIsTerminal = Terminal is not null,
            OutputWidth = Terminal ?? Surroundings.Unbounded,
            ErrorWidth = Terminal ?? Surroundings.Unbounded,
            Git = Git ?? GitProgram.Run,
        };
        return Connectors is null ? plain : plain with { Connectors = Connectors };
    }

    // Where the test's folder is, and how long something really took, is different each time.
    private string Shown(StringWriter text) => Masks.Times(text.ToString().Replace(folder, "/workspace", StringComparison.Ordinal));
}

/// <summary>What the program gave.</summary>
/// <param name="Code">The exit code.</param>
/// <param name="Output">The standard output.</param>
/// <param name="Error">The standard error stream.</param>
internal sealed record ProgramResult(ExitCode Code, string Output, string Error)
{
    /// <summary>All of it as one text, for a golden file.</summary>
    public string All => $"{Output}{(Error.Length == 0 ? "" : $"--- beside the result\n{Error}")}--- exit code {(int)Code}\n";
}

/// <summary>An interruption when a test wants it.</summary>
internal sealed class TestInterruption : IInterruption
{
    private readonly Action _cancel;

    public TestInterruption()
    {
        var source = new CancellationTokenSource();
        (Token, _cancel) = (source.Token, source.Cancel);
    }

    public CancellationToken Token { get; }

    public ExitCode Code { get; private set; }

    public void Interrupt(ExitCode code)
    {
        Code = code;
        _cancel();
    }
}
