using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Systems;
using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;
using SesamTalk.TestKit;

namespace SesamTalk.Conformance.Suites;

/// <summary>A system that as a whole does not do what it is asked: how that is told, and what is true afterwards (clauses O5, W4).</summary>
public abstract class TroubleConformance(Func<Subject> make) : ConformanceFixture(make)
{
    private static readonly Value Anna = Value.Text("Anna");
    private static readonly Value Berta = Value.Text("Berta");

    [Test]
    [Clause("W4")]
    public async Task A_create_while_the_system_is_busy_leaves_nothing_behind_and_is_made_once_afterwards()
    {
        var create = Create("a", ("name", Anna));
        var busy = Begin(TroubleKind.Busy);

        var thrown = await Expect<SystemBusyException>(() => WriteAsync(create), busy);
        thrown.RetryAfter.Should().BePositive();

        busy.End();
        Keys(await ReadAsync()).Should().BeEmpty();
        Subject.Clock.Advance(thrown.RetryAfter);
        (await WriteAsync(create)).Should().ContainItemsAssignableTo<Written>();
        Keys(await ReadAsync()).Should().Equal("a");
    }

    [Test]
    [Clause("W4")]
    public async Task A_change_while_the_system_is_busy_is_not_made_until_it_is_asked_for_again()
    {
        Subject.Add("a", ("name", Anna));
        var update = Update("a", ("name", Anna, Berta));
        var busy = Begin(TroubleKind.Busy);

        await Expect<SystemBusyException>(() => WriteAsync(update), busy);

        busy.End();
        (await FindAsync("a"))!.Of("name").Should().Be(Anna);
        await WriteAsync(update);
        (await FindAsync("a"))!.Of("name").Should().Be(Berta);
    }

    [Test]
    [Clause("C3")]
    public async Task A_create_that_is_cancelled_while_the_system_is_busy_ends_at_once_and_is_not_made()
    {
        var create = Create("a", ("name", Anna));

        await CancelInBusyAsync(token => Subject.Writer.WriteAsync(new WriteBatch(Things.Entity, Things.Shape, [create]), token));

        Keys(await ReadAsync()).Should().BeEmpty();
        (await WriteAsync(create)).Should().ContainItemsAssignableTo<Written>();
        Keys(await ReadAsync()).Should().Equal("a");
    }

    [Test]
    [Clause("O5")]
    public async Task A_complete_read_that_is_cancelled_while_the_system_is_busy_ends_at_once_and_not_as_if_it_were_whole()
    {
        Subject.AddMany(7);

        await CancelInBusyAsync(token => ListAsync(Subject.CompleteReader.ReadCompleteAsync(Things.All with { BatchSize = 2 }, token)));

        Keys(await ReadAsync()).Should().HaveCount(7);
    }

    // Some adapters wait themselves, others leave that to who asked them.
    private async Task CancelInBusyAsync(Func<CancellationToken, Task> act)
    {
        await ReadAsync();
        Subject.Clock.WaitsPassAtOnce = false;
        using var stop = new CancellationTokenSource();
        var busy = Begin(TroubleKind.Busy);
        var call = Task.Run(() => act(stop.Token));
        await Task.WhenAny(call, Subject.Clock.IsWaitedForAsync());
        await stop.CancelAsync();

        (await call.Awaiting(it => it).Should().ThrowAsync<Exception>()).Which.Should()
            .Match(thrown => thrown is OperationCanceledException || (thrown is SystemFailureException && !(thrown is AnswerLostException)));

        busy.End();
        Subject.Clock.Advance(TimeSpan.FromHours(1));
        Subject.Clock.WaitsPassAtOnce = true;
    }

    [TestCase(TroubleKind.Busy)]
    [TestCase(TroubleKind.Unavailable)]
    [TestCase(TroubleKind.Refused)]
    [TestCase(TroubleKind.BreaksOff)]
    [Clause("O5")]
    public async Task A_complete_read_in_trouble_never_ends_as_if_it_were_whole(TroubleKind kind)
    {
        Subject.AddMany(7);
        var trouble = Begin(kind);

        await Expect<SystemFailureException>(() => ReadAsync(batchSize: 2), trouble);

        trouble.End();
        Keys(await ReadAsync()).Should().HaveCount(7);
    }

    [TestCase(TroubleKind.Busy)]
    [TestCase(TroubleKind.Unavailable)]
    [TestCase(TroubleKind.Refused)]
    [TestCase(TroubleKind.BreaksOff)]
    [Clause("O1")]
    public async Task A_read_since_a_cursor_in_trouble_loses_no_change(TroubleKind kind)
    {
        Needs(c => c.ReadsSince, "read since a cursor");
        var cursor = (await ReadAsync())[^1].Cursor!;
        Subject.Clock.Advance(TimeSpan.FromMinutes(1));
        Subject.AddMany(7);
        var trouble = Begin(kind);
        var read = () => ListAsync(Subject.ChangeReader.ReadSinceAsync(Things.All with { BatchSize = 2 }, cursor, CancellationToken.None));

        await Expect<SystemFailureException>(read, trouble);

        trouble.End();
        Keys(await read()).Should().HaveCount(7);
    }

    [TestCase(TroubleKind.Busy)]
    [TestCase(TroubleKind.Unavailable)]
    [TestCase(TroubleKind.Refused)]
    [TestCase(TroubleKind.BreaksOff)]
    [Clause("O5")]
    public async Task A_read_of_keys_in_trouble_never_ends_as_if_it_were_whole(TroubleKind kind)
    {
        Needs(c => c.ReadsKeys, "read of keys");
        Subject.AddMany(7);
        var trouble = Begin(kind);

        await Expect<SystemFailureException>(() => ListAsync(((IKeyReader)Subject.System).ReadKeysAsync(Things.All with { BatchSize = 2 }, CancellationToken.None)), trouble);
    }

    [TestCase(TroubleKind.Busy)]
    [TestCase(TroubleKind.Unavailable)]
    [TestCase(TroubleKind.Refused)]
    [Clause("O5")]
    public async Task A_look_up_in_trouble_is_no_proof_that_a_record_is_gone(TroubleKind kind)
    {
        Needs(c => c.LooksUpByKey, "look-up by key");
        Subject.Add("a", ("name", Anna));
        var trouble = Begin(kind);

        await Expect<SystemFailureException>(() => FindAsync("a"), trouble);

        trouble.End();
        (await FindAsync("a")).Should().NotBeNull();
    }

    [Test]
    [Clause("W4")]
    public async Task A_system_that_does_not_work_is_unavailable()
    {
        Subject.AddMany(1);
        var trouble = Begin(TroubleKind.Unavailable);

        await Expect<SystemUnavailableException>(() => ReadAsync(), trouble);
        await Expect<SystemUnavailableException>(() => WriteAsync(Create("a", ("name", Anna))), trouble);
        await Expect<SystemUnavailableException>(() => WriteAsync(Update(Things.Key(0), ("name", Value.Text("name 0"), Anna))), trouble);
        await Expect<SystemUnavailableException>(() => WriteAsync(Delete(Things.Key(0))), trouble);

        trouble.End();
        Keys(await ReadAsync()).Should().Equal(Things.Key(0));
        (await FindAsync(Things.Key(0)))!.Of("name").Should().Be(Value.Text("name 0"));
    }

    [Test]
    [Clause("W4")]
    public async Task A_system_that_refuses_names_the_cure_and_nothing_is_written()
    {
        Subject.AddMany(1);
        var trouble = Begin(TroubleKind.Refused);

        (await Expect<SystemRefusedException>(() => ReadAsync(), trouble)).Cure.Should().EndWith(".").And.Contain(" ");
        await Expect<SystemRefusedException>(() => WriteAsync(Create("a", ("name", Anna))), trouble);
        await Expect<SystemRefusedException>(() => WriteAsync(Update(Things.Key(0), ("name", Value.Text("name 0"), Anna))), trouble);

        trouble.End();
        Keys(await ReadAsync()).Should().Equal(Things.Key(0));
        (await FindAsync(Things.Key(0)))!.Of("name").Should().Be(Value.Text("name 0"));
    }

    private static async Task<T> Expect<T>(Func<Task> act, Trouble trouble)
        where T : SystemFailureException
    {
        var thrown = (await act.Should().ThrowAsync<T>()).Which;
        thrown.Message.Should().NotBeEmpty();
        thrown.Message.Contains(trouble.Words, StringComparison.Ordinal).Should().BeTrue($"'{thrown.Message}' should tell '{trouble.Words}'");
        return thrown;
    }
}
