using System.Collections.Immutable;
using SesamTalk.Sandbox.ExactOnline.Query;
using SesamTalk.Sandbox.Storage;
using SesamTalk.Sandbox.Tables;

namespace SesamTalk.Sandbox.ExactOnline.Reading;

/// <summary>Reads rows of an entity.</summary>
/// <param name="database">The database.</param>
internal sealed class RowReader(StandInDatabase database)
{
    /// <summary>The rows of a list: its fields, then the values by which they are ordered; one more than a page where there are more.</summary>
    public ImmutableArray<object?[]> Page(ListQuery query, int division, int size)
    {
        var columns = query.Fields.Concat(query.Order.Select(term => term.Field)).Select(field => field.Type == FieldType.Collection ? "NULL" : field.Sql());
        return database.Query(
            $"SELECT {string.Join(", ", columns)} {From(query.View.Entity, query.Condition)} ORDER BY {string.Join(", ", query.Order.Select(term => term.Sql))} LIMIT ? OFFSET ?",
            [.. Parameters(query.View.Entity, query.Condition, division), size + 1, query.Skip]);
    }

    /// <summary>How many rows a condition lets through.</summary>
    public long Count(ListQuery query, int division) =>
        (long)database.Value($"SELECT count(*) {From(query.View.Entity, query.Condition)}", [.. Parameters(query.View.Entity, query.Condition, division)])!;

    /// <summary>The row with a key; none where there is none.</summary>
    public object?[]? One(ExactEntity entity, ImmutableArray<Field> fields, string key, int division)
    {
        var condition = new FilterCondition($"t.{Sql.Quote(entity.Table.Key.Name)} = ?", [key], []);
        var columns = fields.Select(field => field.Type == FieldType.Collection ? "NULL" : field.Sql());
        return database.Query($"SELECT {string.Join(", ", columns)} {From(entity, condition)}", [.. Parameters(entity, condition, division)]) is [var row] ? row : null;
    }

    // A row that names no division is the main one's.
    private static string From(ExactEntity entity, FilterCondition condition) =>
        $"FROM {Sql.Quote(entity.Name)} AS t WHERE {(entity.IsInDivision ? $"coalesce(t.Division, {Systems.ExactOnline.Division}) = ? AND " : string.Empty)}{condition.Sql}";

    private static ImmutableArray<object?> Parameters(ExactEntity entity, FilterCondition condition, int division) =>
        entity.IsInDivision ? condition.Parameters.Insert(0, division) : condition.Parameters;
}
