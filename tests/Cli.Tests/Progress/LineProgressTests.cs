using SesamTalk.Cli.Progress;
using SesamTalk.Engine.Running;
using SesamTalk.TestKit.Time;

namespace SesamTalk.Cli.Tests.Progress;

[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class LineProgressTests : IDisposable
{
    private readonly FakeClock _clock = new() { WaitsPassAtOnce = false };
    private readonly StringWriter _error = new();

    public void Dispose() => _error.Dispose();

    [Test]
    public async Task A_phase_is_told_when_it_begins_for_the_first_time()
    {
        await WatchAsync(progress =>
        {
            progress.Report(new RunProgress(RunStage.Observing, "crm/Person", 10));
            progress.Report(new RunProgress(RunStage.Linking, "people", 10));
            progress.Report(new RunProgress(RunStage.Observing, "shop/Customer", 20));
        });

        _error.ToString().ReplaceLineEndings("\n").Should().Be(" 0.00 s  observing ...\n 0.00 s  linking ...\n");
    }

    [Test]
    public async Task Every_ten_seconds_a_line_tells_where_the_run_stands_and_what_it_waits_for()
    {
        await WatchAsync(progress =>
        {
            progress.Report(new RunProgress(RunStage.Observing, "crm/Person", 1000));
            _clock.Advance(TimeSpan.FromSeconds(9));
            progress.Report(new RunProgress(RunStage.Observing, "crm/Person", 5000));
            _clock.Advance(TimeSpan.FromSeconds(1));
            progress.Report(new RunProgress(RunStage.Observing, "crm/Person", 0, "429: next call in 12 s"));
            _clock.Advance(TimeSpan.FromSeconds(10));
        });

        _error.ToString().ReplaceLineEndings("\n").Should().Be(
            " 0.00 s  observing ...\n"
            + "   10 s  observing   crm/Person: 5,000 records, 500/s\n"
            + "   20 s  observing   crm/Person: 5,000 records, 250/s; 429: next call in 12 s\n");
    }

    [Test]
    public async Task Several_turns_of_one_stage_add_up()
    {
        await WatchAsync(progress =>
        {
            progress.Report(new RunProgress(RunStage.Writing, "shop/Customer", 1000));
            progress.Report(new RunProgress(RunStage.Writing, "shop/Customer", 1000));
            progress.Report(new RunProgress(RunStage.Writing, "shop/Customer", 300));
            _clock.Advance(TimeSpan.FromSeconds(10));
        });

        _error.ToString().Should().Contain("writing     shop/Customer: 2,300 records, 230/s");
    }

    private Task<int> WatchAsync(Action<IProgress<RunProgress>> work)
    {
        var surroundings = new Surroundings("/", TextWriter.Null, _error, _ => null, _clock);
        return ProgressForm.WatchAsync(surroundings, progress =>
        {
            work(progress);
            return Task.FromResult(0);
        });
    }
}
