using System.Collections.Immutable;

namespace SesamTalk.Engine.Mapping;

/// <summary>
/// The order in which flows create (clauses I2, R10): who is referred to comes before who refers to it, so that a record is made with its
/// references and need not be written again for them; otherwise by name. In a circle of references the first by name goes first.
/// </summary>
internal static class CreatingOrder
{
    /// <summary>The order.</summary>
    /// <param name="flows">The flows, in canonical order.</param>
    public static ImmutableArray<MappedFlow> Of(ImmutableArray<MappedFlow> flows)
    {
        var order = ImmutableArray.CreateBuilder<MappedFlow>(flows.Length);
        for (var left = flows.ToList(); left.Count > 0;)
        {
            var next = left.Find(flow => !ReferredBy(flow).Any(entity => left.Exists(other => other != flow && Makes(other, entity)))) ?? left[0];
            left.Remove(next);
            order.Add(next);
        }

        return order.MoveToImmutable();
    }

    private static IEnumerable<string> ReferredBy(MappedFlow flow) => flow.Rows
        .SelectMany(row => row.Elements is { } elements ? ReferredBy(elements) : row.IsReference ? [row.ReferencedSource, row.ReferencedTarget] : [])
        .Distinct();

    private static bool Makes(MappedFlow flow, string entity) => Sides.Both.Any(side => flow.CreatesFor(side) && flow.Entity(side.Other()).Name == entity);
}
