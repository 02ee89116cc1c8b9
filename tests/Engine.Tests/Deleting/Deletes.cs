using System.Collections.Immutable;
using SesamTalk.Engine.Flows;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Engine.Tests.Deleting;

/// <summary>Worlds in which records are deleted.</summary>
public static class Deletes
{
    public static DeletePolicy Propagate { get; } = new(DeleteKind.Propagate, []);

    /// <summary>How what is gone can come to be known.</summary>
    public enum Telling
    {
        Feed,
        Keys,
        CompleteReads,
        CompleteReadsInNoOrder,
    }

    public static DeletePolicy Archive(params ImmutableArray<ArchivedValue> values) => new(DeleteKind.Archive, values);

    public static World Tells(this World world, Telling telling, params string[] entities)
    {
        foreach (var entity in entities)
        {
            world.Can(entity, c => telling switch
            {
                Telling.Feed => c,
                Telling.Keys => c with { TellsDeletes = false },
                Telling.CompleteReads => c with { TellsDeletes = false, ReadsKeys = false },
                _ => c with { TellsDeletes = false, ReadsKeys = false, ReadsSince = false, ReadsInKeyOrder = false },
            });
        }

        return world;
    }

    public static World With(this World world, string flow, DeletePolicy policy, ConflictPolicy conflict = ConflictPolicy.Latest) =>
        world.Change(flow, f => f with { Delete = policy, Conflict = conflict });

    /// <summary>Anna, Bo and Cy, linked and settled: p1 to p3 in the ERP, c1 to c3 in the CRM.</summary>
    public static async Task<World> SettledAsync(DeletePolicy policy, Telling telling = Telling.Keys, string rows = People.Rows, ConflictPolicy conflict = ConflictPolicy.Latest)
    {
        var world = People.InTwoSystems(rows: rows).With("people", policy, conflict).Tells(telling, "erp/Person", "crm/Contact");
        var names = new[] { "Anna", "Bo", "Cy" };
        for (var i = 0; i < names.Length; i++)
        {
            world.Add($"erp/Person/p{i + 1}", $"name: {names[i]}, mail: {i}@x.no, phone: {i}").Add($"crm/Contact/c{i + 1}", $"name: {names[i]}, mail: {i}@x.no, phone: {i}");
        }

        await world.RunAsync();
        return world;
    }
}
