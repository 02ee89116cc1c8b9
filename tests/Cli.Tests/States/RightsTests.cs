using System.Runtime.Versioning;
using SesamTalk.Cli.Tests.Program;
using SesamTalk.Cli.Tests.Sandbox;

namespace SesamTalk.Cli.Tests.States;

/// <summary>A state that this user may not write, or not even read.</summary>
[Parallelizable(ParallelScope.All)]
[Platform("Linux,MacOsX")]
[UnsupportedOSPlatform("windows")]
public sealed class RightsTests
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    [TestCase("run")]
    [TestCase("undo", "1")]
    [TestCase("links", "unlink", "crm/Person/1", "shop/Customer/11")]
    public async Task What_writes_says_that_it_may_not_and_touches_no_system(params string[] arguments)
    {
        using var workspace = await WithStateAsync(UnixFileMode.UserRead);
        var before = DatabaseReader.Dump(workspace.PathOf("crm.db"));

        var (code, _, error) = await EndOf(workspace, arguments);

        error.Should().EndWith($"The state {StateOf(workspace)} cannot be written.\nGive this user the right to read and write the file and its folder.\n");
        code.Should().Be(4);
        DatabaseReader.Dump(workspace.PathOf("crm.db")).Should().Be(before);
    }

    [TestCase("status")]
    [TestCase("links", "list")]
    [TestCase("history", "crm/Person/1")]
    public async Task What_reads_does_not_need_to_write(params string[] arguments)
    {
        using var workspace = await WithStateAsync(UnixFileMode.UserRead);

        var (code, _, error) = await EndOf(workspace, arguments);

        code.Should().Be(0, error);
    }

    [TestCase("run")]
    [TestCase("status")]
    [TestCase("explain", "crm/Person/1")]
    public async Task What_may_not_even_read_says_so(params string[] arguments)
    {
        using var workspace = await WithStateAsync(UnixFileMode.None);

        var (code, _, error) = await EndOf(workspace, arguments);

        error.Should().EndWith($"The state {StateOf(workspace)} cannot be opened.\nGive this user the right to read and write the file and its folder.\n");
        code.Should().Be(4);
    }

    [Test]
    public async Task A_folder_in_which_nothing_can_be_made_is_told_of()
    {
        using var workspace = await WithStateAsync(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.Delete(StateOf(workspace) + ".lock");
        File.SetUnixFileMode(workspace.PathOf(".sesamtalk"), UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var (code, _, error) = await EndOf(workspace, "run");
        File.SetUnixFileMode(workspace.PathOf(".sesamtalk"), Owner);

        error.Should().EndWith($"The state {StateOf(workspace)} cannot be held for a run: Access to the path '{StateOf(workspace)}.lock' is denied.\n"
            + "Give this user the right to read and write the file and its folder.\n");
        code.Should().Be(4);
    }

    private static string StateOf(SmallWorkspace workspace) => workspace.PathOf(".sesamtalk/state.db");

    private static async Task<SmallWorkspace> WithStateAsync(UnixFileMode mode)
    {
        var workspace = new SmallWorkspace().WithPeople();
        await workspace.Program().RunAsync("run");
        workspace.Execute("crm", "UPDATE Person SET phone = '900 10 044' WHERE id = 1");
        File.SetUnixFileMode(StateOf(workspace), mode);
        return workspace;
    }

    // Rights are nothing to the superuser, unless this is taken away.
    private static async Task<(int Code, string Output, string Error)> EndOf(SmallWorkspace workspace, params string[] arguments)
    {
        using var program = Environment.IsPrivilegedProcess
            ? RealProgram.StartAfter("exec setpriv --bounding-set=-dac_override,-dac_read_search", workspace.Folder, arguments)
            : RealProgram.Start(workspace.Folder, arguments);
        return await program.EndAsync();
    }
}
