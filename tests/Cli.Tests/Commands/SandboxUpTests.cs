using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SesamTalk.Cli.Tests.Program;
using SesamTalk.Cli.Tests.ShippedSet;
using SesamTalk.Sandbox;
using SesamTalk.Sandbox.Http;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Golden;

namespace SesamTalk.Cli.Tests.Commands;

[Parallelizable(ParallelScope.All)]
public sealed partial class SandboxUpTests
{
    private static readonly string[] Parts = ["flows", "connectors"];

    [Test]
    public async Task Addresses_keys_and_databases_are_told_and_an_interruption_ends_it_well()
    {
        using var folder = ShippedCopy();

        var result = await UpAsync(folder);

        GoldenFile.Compare("cli/sandbox-up.txt", Port().Replace(result.All, "127.0.0.1:PORT"));
    }

    [Test]
    public async Task Programs_get_the_same_as_one_document()
    {
        using var folder = ShippedCopy();

        var result = await UpAsync(folder, "--format", "json");

        var services = JsonNode.Parse(result.Output)!["services"]!.AsArray();
        services.Select(service => (string)service!["system"]!).Should().Equal("exact-online", "crmoffice", "custom-pms", "poweroffice-go");
        ((string)services[0]!["keys"]!["client_id"]!).Should().NotBeEmpty();
        ((string)services[0]!["address"]!).Should().StartWith("http://127.0.0.1:");
    }

    [Test]
    public async Task What_the_stand_ins_add_to_the_databases_is_no_edit_of_a_record()
    {
        using var world = await ShippedWorld.SettledAsync();
        var before = Stamps(world);

        await using (await StandIns.StartAsync(StandIns.Names.Select(name => KeyValuePair.Create(name, new StandInSettings(string.Empty, TimeProvider.System) { Database = world.PathOf(name) }))))
        {
            Stamps(world).Should().Equal(before);
        }

        await world.RunAsync();
        Stamps(world).Should().Equal(before);
    }

    [Test]
    public async Task A_workspace_without_a_sandbox_is_told_so()
    {
        using var workspace = new SmallWorkspace();

        var result = await workspace.Program().RunAsync("sandbox", "up");

        result.Code.Should().Be(ExitCode.Usage);
        result.Error.Should().Contain("sandbox to start");
    }

    private static async Task<ProgramResult> UpAsync(TemporaryFolder folder, params string[] more)
    {
        var program = new TestProgram(folder.Path);
        program.Interruption.Interrupt(ExitCode.Interrupted);
        return await program.RunAsync(["sandbox", "up", .. more]);
    }

    private static IReadOnlyList<string> Stamps(ShippedWorld world) =>
    [
        .. world.Query("exact-online", "SELECT OrderID || Modified FROM SalesOrders UNION ALL SELECT ID || Modified FROM Accounts UNION ALL SELECT ID || Modified FROM Contacts ORDER BY 1"),
        .. world.Query("poweroffice-go", "SELECT Id || LastChangedDateTimeOffset FROM SalesOrders UNION ALL SELECT Id || LastChangedDateTimeOffset FROM Customers ORDER BY 1"),
        .. world.Query("crmoffice", "SELECT id || modifiedAt FROM Contacts ORDER BY 1"),
        .. world.Query("custom-pms", "SELECT id || modifiedAt FROM customer ORDER BY 1"),
    ];

    private static TemporaryFolder ShippedCopy()
    {
        var folder = new TemporaryFolder();
        foreach (var file in Parts.SelectMany(part => Directory.GetFiles(Path.Combine(Repository.Root, part), "*.yaml", SearchOption.AllDirectories)))
        {
            var target = folder[Path.GetRelativePath(Repository.Root, file)];
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return folder;
    }

    [GeneratedRegex(@"127\.0\.0\.1:\d+")]
    private static partial Regex Port();
}
