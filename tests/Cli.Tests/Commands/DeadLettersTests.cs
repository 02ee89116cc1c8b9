using SesamTalk.Cli.Tests.Program;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Golden;

namespace SesamTalk.Cli.Tests.Commands;

[Parallelizable(ParallelScope.All)]
[Clause("W4")]
public sealed class DeadLettersTests
{
    private const string Record = "crm/Person/2";

    [TestCase("list.txt", "list")]
    [TestCase("list.json", "list", "--format", "json")]
    [TestCase("show.txt", "show", Record)]
    [TestCase("none.txt", "show", "crm/Person/1")]
    [TestCase("retry.txt", "retry", Record)]
    [TestCase("retry.json", "retry", Record, "--format", "json")]
    public async Task What_was_not_accepted_is_told_and_can_be_tried_again(string golden, params string[] arguments)
    {
        using var workspace = await WithLongNameAsync();

        var result = await workspace.Program().RunAsync(["dead-letters", .. arguments]);

        GoldenFile.Compare($"cli/dead-letters/{golden}", golden.EndsWith("json", StringComparison.Ordinal) ? result.Output : result.All);
    }

    [Test]
    public async Task What_is_dropped_is_off_the_list()
    {
        using var workspace = await WithLongNameAsync();
        var program = workspace.Program();

        var dropped = await program.RunAsync("dead-letters", "drop", Record);
        var list = await program.RunAsync("dead-letters", "list");
        var shown = await program.RunAsync("dead-letters", "show", Record);

        GoldenFile.Compare("cli/dead-letters/drop.txt", dropped.All + list.All + shown.All);
    }

    private static async Task<SmallWorkspace> WithLongNameAsync()
    {
        var workspace = new SmallWorkspace();
        workspace.Execute("crm", "INSERT INTO Person VALUES (1, 'Ada Vik', 'ada@example.com', NULL), (2, 'Bartholomeus van den Heuvel', 'bart@example.com', NULL)");
        await workspace.Program().RunAsync("run");
        return workspace;
    }
}
