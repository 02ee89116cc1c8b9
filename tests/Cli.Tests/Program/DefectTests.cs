using System.Collections.Immutable;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Sql;
using SesamTalk.Connectors.Systems;

namespace SesamTalk.Cli.Tests.Program;

[Parallelizable(ParallelScope.All)]
public sealed class DefectTests
{
    [Test]
    public async Task A_defect_ends_with_its_own_code_and_a_report_file()
    {
        using var workspace = new SmallWorkspace();
        var program = new TestProgram(workspace.Folder) { Connectors = [new BrokenConnector()] };

        var result = await program.RunAsync("run", "--format", "json");

        result.Code.Should().Be(ExitCode.Defect);
        var report = Directory.GetFiles(workspace.Folder, "sesamtalk-defect-20260105-080000-*.txt").Single();
        result.Output.Should().Contain("\"exit_code\": 70").And.Contain(Path.GetFileName(report));
        (await File.ReadAllTextAsync(report)).Should().Contain("arguments: run --format json").And.Contain("the connector is broken").And.Contain(nameof(BrokenConnector));
    }

    private sealed class BrokenConnector : IConnector
    {
        private readonly SqlConnector _sql = new();

        public string Name => _sql.Name;

        public ImmutableArray<SettingDescription> Settings => _sql.Settings;

        public Capabilities CapabilitiesOf(EntityDescription entity) => _sql.CapabilitiesOf(entity);

        public IConnectedSystem Connect(SystemDefinition system) => throw new InvalidOperationException("the connector is broken");
    }
}
