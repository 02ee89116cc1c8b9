using System.Collections.Immutable;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Sql;
using SesamTalk.Connectors.Systems;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Cli.Tests.ShippedSet;

/// <summary>All records of all systems at one moment, by their names.</summary>
internal sealed class Snapshot
{
    private readonly Dictionary<string, SeenRecord> _records = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, SeenRecord> Records => _records;

    public Value this[Cell cell] => _records[cell.Record].Values[cell.Property];

    /// <summary>Reads the databases themselves, also of systems that flows reach by HTTP.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="pathOf">Where the database of a system is.</param>
    public static async Task<Snapshot> ReadAsync(Workspace workspace, Func<string, string> pathOf)
    {
        var snapshot = new Snapshot();
        foreach (var system in workspace.Systems)
        {
            var definition = new SystemDefinition(system.Name, SettingsOf(pathOf(system.Name)), system.Entities, workspace.Folder, TimeProvider.System);
            await using var connection = new SqlConnector().Connect(definition);
            foreach (var entity in system.Entities)
            {
                await snapshot.ReadAsync((ICompleteReader)connection, system.Name, entity);
            }
        }

        return snapshot;
    }

    /// <summary>The cells that are not as they were, without modification times, which every write moves.</summary>
    public IEnumerable<Cell> ChangedSince(Snapshot before) =>
        from name in _records.Keys.Union(before._records.Keys)
        let now = _records.GetValueOrDefault(name)
        let then = before._records.GetValueOrDefault(name)
        from property in (now ?? then)!.Entity.Properties.Select(p => p.Path)
        where property != (now ?? then)!.Entity.Modified
        where now is null || then is null || now.Values[property] != then.Values[property]
        select new Cell(name, property);

    private static ImmutableDictionary<string, string> SettingsOf(string path) =>
        ImmutableDictionary<string, string>.Empty.Add("provider", "sqlite").Add("connection", $"Data Source={path}");

    private async Task ReadAsync(ICompleteReader reader, string system, EntityDescription entity)
    {
        ImmutableArray<string> paths = [.. entity.Properties.Select(property => property.Path)];
        var request = new ReadRequest(entity, new Shape(entity.Properties));
        await foreach (var batch in reader.ReadCompleteAsync(request, CancellationToken.None))
        {
            foreach (var record in batch.Records)
            {
                var values = paths.Zip(record.Values.ToArray()).ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal);
                _records.Add($"{system}/{entity.Name}/{record.Key}", new SeenRecord(system, entity, record.Key, values));
            }
        }
    }
}

/// <summary>A record as it was seen.</summary>
internal sealed record SeenRecord(string System, EntityDescription Entity, string Key, IReadOnlyDictionary<string, Value> Values);

/// <summary>A property of a record.</summary>
/// <param name="Record">The record, as <c>system/entity/key</c>.</param>
/// <param name="Property">The property.</param>
internal sealed record Cell(string Record, string Property);
