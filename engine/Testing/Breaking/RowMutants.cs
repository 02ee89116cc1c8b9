using System.Collections.Immutable;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Conversions;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Selecting;

namespace SesamTalk.Engine.Testing.Breaking;

/// <summary>The ways in which a row is broken: its direction, its conversion, its condition.</summary>
internal static class RowMutants
{
    /// <summary>The broken rows, each with what was done to it.</summary>
    public static IEnumerable<(string Text, Row Row)> Of(Row row, EntityDescription source, EntityDescription target) =>
    [
        .. Turned(row, source, target),
        .. row.Conversions.IsEmpty ? [] : Converted(row),
        .. row.When is null ? Array.Empty<(string, Row)>() : [("without its condition", row with { When = null })],
    ];

    /// <summary>The elements of a list as an entity of their own.</summary>
    public static EntityDescription ElementOf(EntityDescription entity, string list) => ElementFlows.Describe(entity, entity.Property(list)!);

    private static IEnumerable<(string Text, Row Row)> Turned(Row row, EntityDescription source, EntityDescription target) => row.Direction switch
    {
        Direction.Both => [("to_target only", row with { Direction = Direction.ToTarget }), ("to_source only", row with { Direction = Direction.ToSource })],
        Direction.ToTarget when CanWrite(source, row.Source) => [("turned to_source", row with { Direction = Direction.ToSource })],
        Direction.ToSource when CanWrite(target, row.Target) => [("turned to_target", row with { Direction = Direction.ToTarget })],
        _ => [],
    };

    private static IEnumerable<(string Text, Row Row)> Converted(Row row)
    {
        yield return ("without its conversion", row with { Conversions = [], ConversionText = string.Empty });
        for (var step = 0; step < row.Conversions.Length; step++)
        {
            if (row.Conversions[step] is TableConversion { Entries: { Length: > 1 } entries } table)
            {
                foreach (var swapped in Swapped(entries))
                {
                    yield return ($"{swapped.Text} swapped", row with { Conversions = row.Conversions.SetItem(step, LookupConversion.Of(swapped.Entries, table.Input, table.Output)) });
                }
            }
        }
    }

    // Each entry with the one behind it.
    private static IEnumerable<(string Text, ImmutableArray<(Value Source, Value Target)> Entries)> Swapped(ImmutableArray<(Value Source, Value Target)> entries) =>
        from place in Enumerable.Range(0, entries.Length - 1)
        let one = entries[place]
        let other = entries[place + 1]
        where one.Target != other.Target
        select ($"{one.Source} and {other.Source}", entries.SetItem(place, (one.Source, other.Target)).SetItem(place + 1, (other.Source, one.Target)));

    // What could not be written, validate would not let pass.
    private static bool CanWrite(EntityDescription entity, string path) =>
        entity.CanUpdate && path != entity.Key.Property && ElementSelection.PropertyOf(entity, path) is { Access: WriteAccess.Always };
}
