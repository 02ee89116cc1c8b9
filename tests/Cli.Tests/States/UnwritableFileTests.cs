using System.Runtime.Versioning;
using SesamTalk.Cli.Tests.Program;
using SesamTalk.TestKit;

namespace SesamTalk.Cli.Tests.States;

/// <summary>Files that a command is to write and cannot: wrong usage, with the file, why, and the cure.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class UnwritableFileTests
{
    [TestCase("import document.rst --out systems.yaml", "systems.yaml is a file, not a folder", "Move that file, or name another folder.")]
    [TestCase("docs --out systems.yaml", "systems.yaml is a file, not a folder", "Move that file, or name another folder.")]
    [TestCase("docs --format md --output taken", "a folder has that name", "Move the folder, or name another file.")]
    [TestCase("graph --output nowhere/flows.mmd", "there is no folder nowhere", "Make the folder, or name another one.")]
    [TestCase("schema export --out systems.yaml", "systems.yaml is a file, not a folder", "Move that file, or name another folder.")]
    [TestCase("schema export --out taken", "a folder has that name", "Move the folder, or name another file.")]
    [TestCase("init systems.yaml/new", "systems.yaml is a file, not a folder", "Move that file, or name another folder.")]
    [TestCase("new flow crm/Lead shop/Customer --out systems.yaml", "systems.yaml is a file, not a folder", "Move that file, or name another folder.")]
    public async Task What_stands_in_the_way_is_named(string arguments, string why, string cure)
    {
        using var workspace = Create();

        var result = await workspace.Program().RunAsync(arguments.Split(' '));

        result.Error.Should().MatchRegex($@"(^|\n)The file [a-z./-]+ cannot be written: {why}\.\n{cure}\n$");
        result.Code.Should().Be(ExitCode.Usage);
    }

    [TestCase("fmt", "people.flow.yaml", "the file and its folder")]
    [TestCase("import document.rst --out locked", "locked/", "in locked")]
    [TestCase("init locked/new", "locked/new/", "in locked")]
    [TestCase("graph --output locked/flows.mmd", "locked/flows.mmd", "in locked")]
    [Platform("Linux,MacOsX")]
    [UnsupportedOSPlatform("windows")]
    public async Task What_this_user_may_not_write_is_left_as_it_is(string arguments, string file, string where)
    {
        using var workspace = Create();
        workspace.Write("people.flow.yaml", SmallWorkspace.PeopleFlow.Replace("version: 1\n", "\n\nversion:   1\n", StringComparison.Ordinal));
        var before = File.ReadAllText(workspace.PathOf("people.flow.yaml"));
        File.SetUnixFileMode(workspace.PathOf("people.flow.yaml"), UnixFileMode.UserRead);
        Directory.CreateDirectory(workspace.PathOf("locked"));
        File.SetUnixFileMode(workspace.PathOf("locked"), UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var (code, _, error) = await EndOf(workspace, arguments.Split(' '));
        File.SetUnixFileMode(workspace.PathOf("locked"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        error.Should().StartWith($"The file {file}").And.EndWith($" cannot be written: this user may not.\nGive this user the right to write {where}.\n");
        code.Should().Be((int)ExitCode.Usage);
        File.ReadAllText(workspace.PathOf("people.flow.yaml")).Should().Be(before);
    }

    [Test]
    [Platform("Linux,MacOsX")]
    [UnsupportedOSPlatform("windows")]
    public async Task A_file_that_cannot_be_laid_out_keeps_no_other_from_it()
    {
        using var workspace = Create();
        foreach (var file in (string[])["a.flow.yaml", "people.flow.yaml", "z.flow.yaml"])
        {
            workspace.Write(file, SmallWorkspace.PeopleFlow.Replace("version: 1\n", "\n\nversion:   1\n", StringComparison.Ordinal));
        }

        File.SetUnixFileMode(workspace.PathOf("a.flow.yaml"), UnixFileMode.UserRead);
        File.SetUnixFileMode(workspace.PathOf("people.flow.yaml"), UnixFileMode.UserRead);

        var (code, output, error) = await EndOf(workspace, "fmt", "a.flow.yaml", "people.flow.yaml", "z.flow.yaml");

        error.Should().Be(Unwritable("a.flow.yaml") + Unwritable("people.flow.yaml"));
        output.Should().Be("formatted  z.flow.yaml\n1 of 3 files formatted; 2 are left as they are.\n");
        code.Should().Be((int)ExitCode.Usage);
        File.ReadAllText(workspace.PathOf("z.flow.yaml")).Should().StartWith("version: 1\n");
        File.ReadAllText(workspace.PathOf("people.flow.yaml")).Should().StartWith("\n\nversion:   1\n");
    }

    [TestCase(typeof(UnauthorizedAccessException), "Access to the path '/there/file' is denied.", "Give this user the right to read it, and to write it where the command writes.")]
    [TestCase(typeof(FileNotFoundException), "Could not find file '/there/file'.", "See whether it was moved or taken away, and try again.")]
    [TestCase(typeof(DirectoryNotFoundException), "Could not find a part of the path '/there/file'.", "See whether it was moved or taken away, and try again.")]
    [TestCase(typeof(IOException), "The process cannot access the file '/there/file' because it is being used by another process.", "See whether another program holds it, and whether the disk is full or can only be read.")]
    public async Task What_nobody_expected_of_a_file_is_wrong_usage_with_the_file_and_a_cure(Type kind, string message, string cure)
    {
        using var workspace = Create();
        var program = new TestProgram(workspace.Folder) { Git = (_, _) => throw (Exception)Activator.CreateInstance(kind, message)! };

        var result = await program.RunAsync("validate", "--changed-since", "HEAD");

        result.Error.Should().Be($"A file or a folder cannot be used: {message.TrimEnd('.')}.\n{cure}\n");
        result.Code.Should().Be(ExitCode.Usage);
    }

    [TestCase("text")]
    [TestCase("json")]
    [Platform("Linux")]
    public async Task A_result_for_which_there_is_no_room_is_told_of_and_the_others_are_whole(string form)
    {
        using var workspace = Create();

        var result = await workspace.Program().RunAsync("ls", "--format", form, "--output", "/dev/full", "--format", "json");

        result.Error.Should().StartWith("The file /dev/full cannot be written: No space left on device").And.EndWith("See whether the disk is full, or can only be read.\n");
        result.Output.Should().Contain("\"people\"").And.EndWith("}\n");
        result.Code.Should().Be(ExitCode.Usage);
    }

    private static string Unwritable(string file) => $"The file {file} cannot be written: this user may not.\nGive this user the right to write the file and its folder.\n";

    private static SmallWorkspace Create()
    {
        var workspace = new SmallWorkspace();
        File.Copy(Path.Combine(Repository.Root, "tests", "Corpus", "documents", "valid", "crlf.rst"), workspace.PathOf("document.rst"));
        workspace.Write("crm.entities.yaml", File.ReadAllText(workspace.PathOf("crm.entities.yaml"))
            + "  Lead:\n    key: { property: id, given_by: system }\n    properties:\n      id: { type: integer, access: never }\n      name: { type: string }\n");
        Directory.CreateDirectory(workspace.PathOf("taken/flow.schema.json"));
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
