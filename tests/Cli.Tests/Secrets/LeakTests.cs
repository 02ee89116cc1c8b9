using System.Text;
using SesamTalk.Cli.Tests.Killing;
using SesamTalk.Cli.Tests.Program;
using SesamTalk.Cli.Tests.Sandbox;
using SesamTalk.Cli.Tests.ShippedSet;
using SesamTalk.Sandbox.Http;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Time;

namespace SesamTalk.Cli.Tests.Secrets;

/// <summary>
/// Systems that repeat in their errors whatever they were sent, keys and tokens with it: none of it is in anything that the program prints
/// or keeps, but for the tokens in the files that only their owner may read.
/// </summary>
[Parallelizable(ParallelScope.All)]
public sealed class LeakTests
{
    private static readonly string[] SecretKeys = ["client_secret", "api_key", "client_key", "subscription_key"];

    private static readonly string[] WithTokens = ["exact-online", "crmoffice", "poweroffice-go"];

    private static readonly string[][] Commands =
    [
        ["run"], ["run", "--format", "json"], ["status"], ["status", "--format", "json"], ["dead-letters", "list"], ["dead-letters", "list", "--format", "json"],
        ["conflicts", "list", "--all"], ["links", "list"], ["doctor"], ["doctor", "--format", "json"], ["undo", "1"], ["validate"],
    ];

    [Test]
    [Clause("H3")]
    [Clause("W4")]
    public async Task Whatever_a_system_repeats_no_secret_is_printed_or_kept()
    {
        using var firm = SmallFirm.New();
        var clock = new FakeClock(TimeProvider.System.GetUtcNow());
        await using var shipped = await ShippedStandIns.StartAsync(firm.Folder, firm.PathOf, clock);
        await shipped.ReachedAsync(firm.Set, clock);
        foreach (var standIn in shipped.StandIns.All)
        {
            var words = $"Not with {string.Join(" and ", Own(standIn).Concat(Tokens(firm, "access_token", standIn.System)))}.";
            standIn.Faults.Add(new Fault(FaultKind.Status) { Status = 400, Text = words, Method = "POST", Times = 3 });
            standIn.Faults.Add(new Fault(FaultKind.Status) { Status = 500, Text = words, Method = "GET", After = 6, Times = 100 });
        }

        var program = new TestProgram(firm.Folder) { Clock = clock };
        Surround(program, shipped);
        var printed = new StringBuilder();
        foreach (var command in Commands)
        {
            var result = await program.RunAsync(command);
            printed.AppendLine(result.Output).AppendLine(result.Error);
        }

        string[] secrets = [.. shipped.StandIns.All.SelectMany(Own), .. Tokens(firm, "access_token"), .. Tokens(firm, "refresh_token")];
        secrets.Should().HaveCountGreaterThan(8).And.OnlyContain(secret => secret.Length >= 8);
        printed.ToString().Should().Contain("Not with (secret)", "the systems' own words are shown, without the secrets");
        Leaks(secrets, "what was printed", printed.ToString()).Should().BeEmpty();
        Kept(firm.Folder).SelectMany(file => Leaks(secrets, file, Encoding.Latin1.GetString(File.ReadAllBytes(file)))).Should().BeEmpty();
    }

    private static IEnumerable<string> Own(StandIn standIn) => standIn.Keys.Where(key => SecretKeys.Contains(key.Key)).Select(key => key.Value);

    // What stands for the variables that the sandbox profile names.
    private static void Surround(TestProgram program, ShippedStandIns shipped)
    {
        foreach (var standIn in shipped.StandIns.All)
        {
            foreach (var (name, value) in standIn.Keys.Append(new("address", standIn.Address.ToString())))
            {
                program.Environment[$"SANDBOX_{standIn.System}_{name}".Replace('-', '_').ToUpperInvariant()] = value;
            }
        }
    }

    private static IEnumerable<string> Tokens(SmallFirm firm, string column) =>
        WithTokens.SelectMany(system => Tokens(firm, column, system));

    private static List<string> Tokens(SmallFirm firm, string column, string system) =>
        DatabaseReader.Query(firm.PathOf(system), $"SELECT 1 FROM pragma_table_info('Tokens') WHERE name = '{column}'").Count > 0
            ? DatabaseReader.Query(firm.PathOf(system), $"SELECT {column} FROM Tokens")
            : [];

    // Everything that lies in the folder but the systems themselves, and the tokens, which their owner alone may read.
    private static IEnumerable<string> Kept(string folder) => Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}sandbox{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            && !Path.GetFileName(file).StartsWith("token-", StringComparison.Ordinal));

    private static IEnumerable<string> Leaks(string[] secrets, string where, string text) => secrets
        .SelectMany(secret => new[] { secret, Uri.EscapeDataString(secret), Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)).TrimEnd('=') })
        .Where(form => text.Contains(form, StringComparison.Ordinal))
        .Select(form => $"'{form}' in {where}");
}
