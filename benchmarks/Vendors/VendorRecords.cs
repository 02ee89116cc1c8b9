using System.Collections.Immutable;
using SesamTalk.Sandbox.Http;

namespace SesamTalk.Benchmarks.Vendors;

/// <summary>What the flows see of a vendor's records at one time, by which the fewest calls of a run are told.</summary>
internal sealed class VendorRecords
{
    private readonly ImmutableArray<VendorEntity> _entities;
    private readonly Dictionary<string, Dictionary<string, string>> _records = [];
    private readonly Dictionary<string, int> _lines = [];

    private VendorRecords(ImmutableArray<VendorEntity> entities) => _entities = entities;

    /// <summary>Looks at a stand-in.</summary>
    /// <param name="standIn">The stand-in.</param>
    /// <param name="vendor">The vendor.</param>
    /// <param name="columnsOf">What the flows write of an entity.</param>
    public static VendorRecords Of(StandIn standIn, Vendor vendor, Func<string, IEnumerable<string>> columnsOf)
    {
        var records = new VendorRecords(vendor.Entities);
        foreach (var entity in vendor.Entities)
        {
            var columns = string.Join(", ", columnsOf(entity.Name).Except([entity.Lines?.Table]).Prepend(entity.Key).Distinct().Select(column => $"\"{column}\""));
            records._records[entity.Name] = standIn.Look($"SELECT {columns} FROM {entity.Name}").ToDictionary(row => row[0]!, row => string.Join('\u001f', row));
            records._lines[entity.Name] = entity.Lines is { } lines ? standIn.Look($"SELECT 1 FROM {lines.Table}").Length : 0;
        }

        return records;
    }

    /// <summary>The calls that read everything by the widest pages: one at least for each entity.</summary>
    public int FewestToReadAll() => _entities.Sum(entity => Pages(_records[entity.Name].Count, entity.PageSize) + entity.Lines switch
    {
        null => 0,
        { PageSize: 0 } => _records[entity.Name].Count,
        { PageSize: var size } => Pages(_lines[entity.Name], size),
    });

    /// <summary>The calls that wrote what is different from an earlier time: one a record.</summary>
    public int FewestToWrite(VendorRecords earlier) => _entities.Sum(entity => Changed(entity, earlier));

    private int Changed(VendorEntity entity, VendorRecords earlier) =>
        _records[entity.Name].Count(record => earlier._records[entity.Name].GetValueOrDefault(record.Key) != record.Value);

    private static int Pages(int count, int size) => Math.Max(1, (count + size - 1) / size);
}
