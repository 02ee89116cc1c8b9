using SesamTalk.Connectors.Rest;
using SesamTalk.Connectors.Sql;
using SesamTalk.Connectors.Systems;
using SesamTalk.Engine.Flows;
using SesamTalk.Sandbox;
using SesamTalk.Sandbox.Http;
using SesamTalk.Sqlite;

namespace SesamTalk.Benchmarks.Vendors;

/// <summary>A workspace of a vendor and the company's own system, with the shipped definition and flows: in a folder of its own.</summary>
internal sealed class VendorWorkspace(string folder, Vendor vendor)
{
    private readonly string _root = ProjectFolder.Root;

    /// <summary>The adapters, which share the vendor's limits as those of one program do.</summary>
    public IReadOnlyList<IConnector> Connectors { get; } = [new RestConnector(), new SqlConnector()];

    /// <summary>The database of the company's own system.</summary>
    public string Local => Path.Combine(folder, vendor.Local + ".db");

    /// <summary>Writes its files.</summary>
    public void Write()
    {
        Directory.CreateDirectory(folder);
        foreach (var flow in Directory.GetFiles(Path.Combine(_root, "flows", vendor.Flows), "*.flow.yaml"))
        {
            File.Copy(flow, Path.Combine(folder, Path.GetFileName(flow)));
        }

        File.WriteAllText(Path.Combine(folder, "systems.yaml"), $$"""
            version: 1
            state: sqlite:state.db
            systems:
              {{vendor.Local}}:
                rank: 60
                connector: sql
                entities: {{Path.Combine(_root, "flows", vendor.Local)}}.entities.yaml
                settings: { provider: sqlite, connection: "Data Source={{Local}}" }
              {{vendor.System}}:
                rank: 50
                connector: rest
                definition: {{Path.Combine(_root, vendor.Definition)}}.connector.yaml
                entities: {{Path.Combine(_root, vendor.Definition)}}.entities.yaml
                settings: { {{vendor.Settings.Trim().ReplaceLineEndings(", ")}} }
            """);
    }

    /// <summary>Reads it, with the vendor's system reached at its stand-in.</summary>
    /// <exception cref="BenchmarkFailedException">It has faults.</exception>
    public FlowSet Read(StandIn standIn)
    {
        var environment = standIn.Keys.Add("address", standIn.Address.GetLeftPart(UriPartial.Authority));
        var reading = FlowSetReader.Read(
            WorkspaceLocator.Of(Path.Combine(folder, "systems.yaml")),
            Connectors,
            new FlowSetOptions { ResolvesReferences = true, Environment = name => environment.GetValueOrDefault(name) });
        return reading.Set ?? throw new BenchmarkFailedException($"The workspace of {vendor.System} has faults; the first: {reading.Diagnostics[0]}");
    }

    /// <summary>Makes the database of the company's own system: the sample, and more customers.</summary>
    public void Fill(FlowSet set, int customers, int missing)
    {
        var system = set.Workspace.Systems.Single(system => system.Name == vendor.Local);
        SampleData.Fill("company", [new SampleDatabase(system.Name, Local, system.Entities)]);
        Edit(vendor.LocalCustomers(customers, missing));
    }

    /// <summary>Edits that database, as another program would.</summary>
    public void Edit(string sql)
    {
        using var database = SqliteDatabase.Open(Local, SqliteAccess.ReadWrite, TimeSpan.FromSeconds(5));
        database.Execute(sql);
    }
}
