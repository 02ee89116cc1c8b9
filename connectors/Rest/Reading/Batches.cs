using SesamTalk.Connectors.Reading;

namespace SesamTalk.Connectors.Rest.Reading;

/// <summary>Makes batches of pages.</summary>
internal static class Batches
{
    /// <summary>The rows of a page in batches, at least one. Of rows with the same key the last one counts.</summary>
    public static IEnumerable<RecordBatch> Of(Page page, int size)
    {
        var rows = WithoutRepeats(page.Rows);
        for (var start = 0; start == 0 || start < rows.Count; start += size)
        {
            var part = rows.GetRange(start, Math.Min(size, rows.Count - start));
            yield return new RecordBatch([.. part.Where(row => row.Record is not null).Select(row => row.Record!)])
            {
                Faults = [.. part.Where(row => row.Fault is not null).Select(row => row.Fault!)],
            };
        }
    }

    private static List<ReadRow> WithoutRepeats(List<ReadRow> rows)
    {
        var last = new Dictionary<string, int>(rows.Count, StringComparer.Ordinal);
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Key is { } key)
            {
                last[key] = i;
            }
        }

        return last.Count == rows.Count ? rows : [.. rows.Where((row, i) => row.Key is not { } key || last[key] == i)];
    }
}
