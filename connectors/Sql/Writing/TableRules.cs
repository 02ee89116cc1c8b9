using System.Collections.Immutable;
using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;

namespace SesamTalk.Connectors.Sql.Writing;

/// <summary>What a table cannot take, whatever the description of the entity says.</summary>
internal static class TableRules
{
    /// <summary>Why a request of a batch cannot be done, or <see langword="null"/>.</summary>
    public static string? ProblemOf(WriteBatch batch, WriteRequest request) => batch.Entity.Query is not null
        ? $"{batch.Entity.Name} is read by a query, so nothing can be written to it"
        : request switch
        {
            CreateRequest create => ProblemOf(batch, create.Values),
            UpdateRequest update => ProblemOf(batch, update.Changes),
            _ => null,
        };

    private static string? ProblemOf(WriteBatch batch, ImmutableArray<PropertyValue> values)
    {
        foreach (var (place, value) in values)
        {
            if (IsListInColumn(batch, place, value))
            {
                return ListInColumn(batch, place);
            }
        }

        return null;
    }

    private static string? ProblemOf(WriteBatch batch, ImmutableArray<PropertyChange> changes)
    {
        foreach (var change in changes)
        {
            if (IsListInColumn(batch, change.Property, change.Value))
            {
                return ListInColumn(batch, change.Property);
            }
        }

        return null;
    }

    private static bool IsListInColumn(WriteBatch batch, int place, Value value) => value.Kind == ValueKind.List && batch.Shape.Properties[place].Elements is null;

    private static string ListInColumn(WriteBatch batch, int place) => $"'{batch.Shape.Properties[place].Path}' is a column, and a column does not hold a list";
}
