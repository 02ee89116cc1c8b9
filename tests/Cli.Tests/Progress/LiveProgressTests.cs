using SesamTalk.Cli.Progress;
using SesamTalk.Engine.Running;
using SesamTalk.TestKit.Time;

namespace SesamTalk.Cli.Tests.Progress;

[Parallelizable(ParallelScope.All)]
public sealed class LiveProgressTests
{
    private const string Escape = "\u001b[";

    [Test]
    public async Task On_a_terminal_the_lines_are_drawn_in_place_and_gone_in_the_end()
    {
        var told = await WatchAsync();

        told.Should().Contain(Escape).And.Contain("writing     shop/Customer: 10 records; 429: next call in 12 s");
        told.Should().EndWith($"{Escape}2K{Escape}?25h", "the lines are cleared and the cursor is back");
    }

    [TestCase("CI", "true")]
    [TestCase("TERM", "dumb")]
    public async Task Where_drawing_in_place_is_not_welcome_there_are_plain_lines(string variable, string value)
    {
        var told = await WatchAsync((variable, value));

        told.ReplaceLineEndings("\n").Should().Be(" 0.00 s  writing ...\n");
    }

    [Test]
    public async Task A_line_never_is_longer_than_the_terminal_is_wide()
    {
        var told = await WatchAsync(width: 40);

        told.Should().Contain("writing     shop/Customer: 10 record...").And.NotContain("429");
    }

    private static async Task<string> WatchAsync((string Variable, string Value) set = default, int width = 100)
    {
        await using var error = new StringWriter();
        var surroundings = new Surroundings("/", TextWriter.Null, error, name => name == set.Variable ? set.Value : null, new FakeClock { WaitsPassAtOnce = false })
        {
            ErrorIsTerminal = true,
            ErrorWidth = width,
        };
        await ProgressForm.WatchAsync(surroundings, progress =>
        {
            progress.Report(new RunProgress(RunStage.Writing, "shop/Customer", 10));
            progress.Report(new RunProgress(RunStage.Writing, "shop/Customer", 0, "429: next call in 12 s"));
            return Task.FromResult(0);
        });
        return error.ToString();
    }
}
