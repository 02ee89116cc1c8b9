using SesamTalk.Sandbox.Tests.ExactOnline;
using SesamTalk.Sqlite;

namespace SesamTalk.Sandbox.Tests.Faults;

[Parallelizable(ParallelScope.All)]
public sealed class EndTests
{
    // Its statements would be taken away under the thread that uses them, and the process would end.
    [Test]
    public async Task A_stand_in_that_ends_lets_a_call_come_to_its_end_for_which_the_server_does_not_wait()
    {
        await using var world = await ExactWorld.StartAsync();
        using var person = SqliteDatabase.Open(world.Exact.Path, SqliteAccess.ReadWrite, TimeSpan.Zero);
        person.Execute("BEGIN IMMEDIATE");
        var before = world.Exact.Calls;
        var post = world.PostAsync("crm/Accounts", """{"Name":"Ny AS"}""");
        SpinWait.SpinUntil(() => world.Exact.Calls > before);

        var end = Task.Run(() => world.Exact.DisposeAsync().AsTask());
        await FluentActions.Awaiting(() => post).Should().ThrowAsync<HttpRequestException>("the server has given up waiting");
        end.IsCompleted.Should().BeFalse("the call waits for the lock of the person");
        person.Execute("ROLLBACK");
        await end;

        Count(person, "SELECT count(*) FROM Accounts WHERE Name = 'Ny AS'").Should().Be(1);
        world.Exact.Invoking(it => it.Look("SELECT 1")).Should().Throw<ObjectDisposedException>();
    }

    private static long Count(SqliteDatabase database, string sql)
    {
        using var statement = database.Prepare(sql);
        statement.Step();
        return statement.Long(0);
    }
}
