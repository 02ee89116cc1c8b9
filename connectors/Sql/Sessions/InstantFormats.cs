using SesamTalk.Connectors.Sql.Cells;
using SesamTalk.Connectors.Sql.Schemas;
using SQLitePCL;

namespace SesamTalk.Connectors.Sql.Sessions;

/// <summary>Finds out how a column spells date-times, by what stands in it.</summary>
internal static class InstantFormats
{
    private const int RowsLookedAt = 100;

    /// <summary>The spelling in a column of a table or query.</summary>
    public static InstantFormat Find(Session session, Source source, Column column)
    {
        if (column.Affinity == Affinity.Integer)
        {
            return InstantFormat.Number;
        }

        using var sample = session.Database.Prepare(
            $"SELECT v FROM (SELECT {Names.Row}.{column.Quoted} AS v FROM {source.From} LIMIT {RowsLookedAt}) WHERE v IS NOT NULL LIMIT 1");
        if (!sample.Step())
        {
            return InstantFormat.Usual;
        }

        return sample.TypeOf(0) == raw.SQLITE_INTEGER ? InstantFormat.Number
            : IsoInstant.TryParse(sample.Bytes(0), out var instant) ? InstantFormat.Like(instant)
            : InstantFormat.Usual;
    }
}
