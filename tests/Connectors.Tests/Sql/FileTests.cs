using SesamTalk.Connectors.Systems;
using SesamTalk.Connectors.Values;
using SesamTalk.TestKit;

namespace SesamTalk.Connectors.Tests.Sql;

/// <summary>What is wrong with a database as a whole is told in plain words, with the file and the cure (clause W4).</summary>
[Clause("W4")]
public sealed class FileTests
{
    private const string Table = "CREATE TABLE customer (id TEXT PRIMARY KEY, name TEXT); INSERT INTO customer VALUES ('a', 'Anna');";

    [Test]
    public async Task A_missing_file_is_told_and_not_made()
    {
        await using var bed = MakeBed().With("connection", "Data Source=data/other.db");

        await Expect<SystemUnavailableException>(
            () => bed.ReadAsync(), "there is no file data/other.db: make the database, or correct 'connection' of the system");
        await Expect<SystemUnavailableException>(
            () => bed.WriteAsync(bed.Create("b")), "there is no file data/other.db: make the database, or correct 'connection' of the system");
        File.Exists(bed["data/other.db"]).Should().BeFalse();
    }

    [Test]
    public async Task A_folder_and_a_file_of_another_kind_are_no_database()
    {
        await using var bed = MakeBed();
        Directory.CreateDirectory(bed["folder"]);
        await File.WriteAllTextAsync(bed["text.db"], new string('x', 5000));

        await Expect<SystemUnavailableException>(
            () => bed.With("connection", "Data Source=folder").ReadAsync(), "folder is a folder, not a database: correct 'connection' of the system");
        await using var other = MakeBed().With("connection", $"Data Source={bed["text.db"]}");
        await Expect<SystemUnavailableException>(() => other.ReadAsync(), $"{bed["text.db"]} is no SQLite database: correct 'connection' of the system");
    }

    [Test]
    public async Task A_file_that_another_program_keeps_locked_is_unavailable_to_a_read_and_busy_to_a_write()
    {
        await using var bed = MakeBed().With("busy_timeout", "1ms");
        bed.Execute("BEGIN EXCLUSIVE");

        await Expect<SystemUnavailableException>(
            () => bed.ReadAsync(), "erp.db is locked by another program, and still was after the busy_timeout: the system says: database is locked");
        var busy = await Expect<SystemBusyException>(
            () => bed.WriteAsync(bed.Create("b")), "erp.db is being written to by another program: the system says: database is locked");
        busy.RetryAfter.Should().Be(TimeSpan.FromSeconds(1));

        bed.Execute("ROLLBACK");
        (await bed.ReadAsync()).Records.Should().HaveCount(1);
        (await bed.WriteAsync(bed.Create("b"))).Should().ContainItemsAssignableTo<Connectors.Writing.Written>();
    }

    [Test]
    public async Task A_read_that_another_program_blocks_at_the_commit_leaves_nothing_half_written()
    {
        await using var bed = MakeBed().With("busy_timeout", "1ms");
        using (var reading = bed.Database.Prepare("SELECT * FROM customer"))
        {
            reading.Step();
            await Expect<SystemBusyException>(
                () => bed.WriteAsync(bed.Create("b")), "erp.db is being written to by another program: the system says: database is locked");
            reading.Reset();
        }

        bed.Scalar("SELECT count(*) FROM customer").Should().Be("1");
        (await bed.WriteAsync(bed.Create("b"))).Should().ContainItemsAssignableTo<Connectors.Writing.Written>();
    }

    [Test]
    public async Task A_database_that_may_only_be_read_refuses_writes_and_tells_the_cure()
    {
        await using var bed = MakeBed().With("connection", "Data Source=erp.db;Mode=ReadOnly");

        (await bed.ReadAsync()).Records.Should().HaveCount(1);
        var refused = await Expect<SystemRefusedException>(
            () => bed.WriteAsync(bed.Create("b")), "erp.db may only be read: the system says: attempt to write a readonly database");
        refused.Cure.Should().Be("Give this user the right to write to the file and its folder, or take Mode=ReadOnly out of 'connection'.");
    }

    [Test]
    public async Task A_missing_table_is_told_with_the_tables_that_there_are()
    {
        await using var bed = MakeBed().With(entity => entity with { Table = "custmer" });
        bed.Execute("CREATE TABLE product (id); CREATE VIEW recent AS SELECT 1;");

        var refused = await Expect<SystemRefusedException>(() => bed.ReadAsync(), "erp.db has no table 'custmer' for Customer");
        refused.Cure.Should().Be("Correct 'table' of the entity in the entity description. Tables there: customer, product, recent.");
    }

    [Test]
    public async Task A_missing_column_is_told_with_the_columns_that_there_are()
    {
        await using var bed = new SqlBed(Table, Columns.Key, Columns.Name with { Column = "full_name" });

        var refused = await Expect<SystemRefusedException>(
            () => bed.ReadAsync(), "the table 'customer' in erp.db has no column 'full_name' for the property 'name' of Customer");
        refused.Cure.Should().Be("Correct 'column' of the property in the entity description. Columns there: id, name.");
    }

    [Test]
    public async Task A_database_in_another_encoding_is_refused()
    {
        await using var bed = new SqlBed($"PRAGMA encoding = 'UTF-16le'; {Table}", Columns.Key);

        await Expect<SystemRefusedException>(() => bed.ReadAsync(), "erp.db keeps its texts in UTF-16le, and only UTF-8 is read here");
    }

    [Test]
    public async Task A_table_that_is_made_anew_meanwhile_is_seen_as_it_is()
    {
        await using var bed = MakeBed();
        (await bed.ReadAsync()).Records.Should().HaveCount(1);
        await bed.WriteAsync(bed.Create("b"));

        bed.Execute("DROP TABLE customer; CREATE TABLE customer (name TEXT, id TEXT PRIMARY KEY); INSERT INTO customer VALUES ('Zoe', 'z');");
        bed.Execute("CREATE TRIGGER t AFTER INSERT ON customer BEGIN UPDATE customer SET name = upper(name) WHERE id = NEW.id; END;");

        bed.Of((await bed.ReadAsync()).Records.Single(), "name").Should().Be(Value.Text("Zoe"));
        var outcomes = await bed.WriteAsync(bed.Create("b", ("name", Value.Text("b"))));
        bed.Of(((Connectors.Writing.Written)outcomes.Single()).Stored!, "name").Should().Be(Value.Text("B"));
    }

    [Test]
    public async Task What_a_killed_program_left_half_written_is_undone_by_a_read()
    {
        await using var bed = MakeBed();
        bed.Execute("PRAGMA cache_size = 2; BEGIN; UPDATE customer SET name = 'half written';");
        bed.Execute("INSERT INTO customer SELECT hex(randomblob(2000)), value FROM json_each('[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16]');");
        File.Copy(bed["erp.db"], bed["killed.db"]);
        File.Copy(bed["erp.db-journal"], bed["killed.db-journal"]);
        bed.Execute("ROLLBACK");

        var read = await bed.With("connection", "Data Source=killed.db").ReadAsync();

        bed.Of(read.Records.Should().ContainSingle().Subject, "name").Should().Be(Value.Text("Anna"));
    }

    [TestCase("connection", "Data Source=erp.db;Mode=Append", "the setting connection has the mode 'Append', which does not exist here")]
    [TestCase("connection", "Data Source=erp.db;Password=x", "the setting connection has 'password', which says nothing to SQLite here")]
    [TestCase("connection", "Mode=ReadOnly", "the setting connection names no database file")]
    [TestCase("connection", "Data Source=:memory:", "the setting connection names no database file")]
    [TestCase("connection", "erp.db", "the setting connection is not understood")]
    [TestCase("time_zone", "Europe/Atlantis", "the setting time_zone is 'Europe/Atlantis', which is no time zone that this machine knows")]
    [TestCase("busy_timeout", "soon", "the setting busy_timeout is 'soon', which is no length of time")]
    [TestCase("overlap", "-1s", "the setting overlap is '-1s', which is no length of time")]
    public async Task A_setting_that_is_not_understood_is_told_at_the_first_use(string setting, string value, string message)
    {
        await using var bed = MakeBed().With(setting, value);

        await Expect<SystemRefusedException>(() => bed.ReadAsync(), message);
    }

    private static SqlBed MakeBed() => new(Table, Columns.Key, Columns.Name);

    private static async Task<T> Expect<T>(Func<Task> act, string message)
        where T : SystemFailureException
    {
        var thrown = (await act.Should().ThrowExactlyAsync<T>()).Which;
        thrown.Message.Should().Be(message);
        return thrown;
    }
}
