using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using SesamTalk.Cli.Tests.Killing;
using SesamTalk.Cli.Tests.Program;
using SesamTalk.TestKit;

namespace SesamTalk.Cli.Tests.Sandbox;

/// <summary>The main job as a person calls it: the program starts the stand-ins itself.</summary>
[Parallelizable(ParallelScope.All)]
public sealed partial class OpenSandboxTests
{
    [Test]
    [Clause("INV1")]
    public async Task A_run_tells_where_the_stand_ins_are_and_the_next_one_finds_them_there_with_the_same_tokens()
    {
        using var firm = SmallFirm.New();

        var first = await RunAsync(firm);
        var second = await RunAsync(firm);

        first.Code.Should().Be(0, first.Error);
        Addresses().Matches(first.Error).Should().HaveCount(4);
        Addresses().Matches(second.Error).Select(match => match.Value).Should().Equal(Addresses().Matches(first.Error).Select(match => match.Value));
        second.Output.Should().StartWith("Run 2: nothing to do.");
        DatabaseReader.Query(firm.PathOf("exact-online"), "SELECT count(*) FROM Codes").Should().Equal("1");
    }

    // Nobody answers there: whoever names an address consents by 'connect'.
    [Test]
    public async Task Where_somebody_says_where_a_system_is_the_sandbox_does_not_consent_for_them()
    {
        using var firm = SmallFirm.New();

        var program = new TestProgram(firm.Folder) { GoesByTheMachine = true };
        program.Environment["SANDBOX_EXACT_ONLINE_ADDRESS"] = "http://127.0.0.1:9";

        var result = await program.RunAsync("doctor", "exact-online");

        result.Output.Should().Contain("nobody has consented to the connection with exact-online yet").And.Contain("sesamtalk connect exact-online");
    }

    [Test]
    public async Task A_consent_that_was_taken_back_between_two_runs_is_given_anew()
    {
        using var firm = SmallFirm.New();
        await RunHereAsync(firm);
        DatabaseReader.Execute(firm.PathOf("exact-online"), "UPDATE Tokens SET state = 'revoked'");
        DatabaseReader.Execute(firm.PathOf("crmoffice"), "DELETE FROM Tokens");

        var next = await RunHereAsync(firm);

        next.Code.Should().Be(ExitCode.Done, next.Error);
        next.Output.Should().StartWith("Run 2: nothing to do.");
    }

    [Test]
    [Platform("Linux,MacOsX")]
    [UnsupportedOSPlatform("windows")]
    public async Task Nobody_else_may_read_the_tokens_and_nothing_shows_them()
    {
        using var firm = SmallFirm.New();

        var (_, output, error) = await RunHereAsync(firm);

        var kept = Directory.GetFiles(Path.Combine(firm.Folder, ".sesamtalk", "kept"));
        kept.Should().Contain(file => Path.GetFileName(file).StartsWith("token-"));
        kept.Should().OnlyContain(file => File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        var tokens = DatabaseReader.Query(firm.PathOf("exact-online"), "SELECT refresh_token FROM Tokens UNION SELECT access_token FROM Tokens");
        tokens.Should().NotBeEmpty();
        tokens.Where(token => output.Contains(token) || error.Contains(token)).Should().BeEmpty();
    }

    [Test]
    [Clause("W4")]
    public async Task An_address_that_is_set_is_believed_and_an_error_is_told_in_plain_words()
    {
        using var firm = SmallFirm.New();
        var program = new TestProgram(firm.Folder) { GoesByTheMachine = true };
        program.Environment["SANDBOX_CUSTOM_PMS_ADDRESS"] = "http://127.0.0.1:9";
        program.Environment["SANDBOX_CUSTOM_PMS_API_KEY"] = "key";

        var result = await program.RunAsync("run", "--select", "exact-departments-to-custom-customer");

        result.Code.Should().Be(ExitCode.Unreachable);
        result.Output.Should().Contain("custom-pms").And.Contain("127.0.0.1:9 takes no connection");
        result.Error.Should().NotContain("custom-pms at");
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(SmallFirm firm)
    {
        using var program = RealProgram.Start(firm.Folder, "run");
        return await program.EndAsync();
    }

    private static Task<ProgramResult> RunHereAsync(SmallFirm firm) => new TestProgram(firm.Folder) { GoesByTheMachine = true }.RunAsync("run");

    [GeneratedRegex(@"at 127\.0\.0\.1:\d+")]
    private static partial Regex Addresses();
}
