using System.Globalization;

namespace SesamTalk.Benchmarks.Reporting;

/// <summary>The result for a person.</summary>
internal static class ResultTable
{
    private static readonly string[] Head = ["", "", "rows", "seconds", "ratio", "process s", "ratio", "cpu s", "peak MiB", "reads", "writes"];
    private static readonly string[] HeadOfCalls = ["", "", "rows", "calls", "fewest", "ratio", "tokens", "429", "rate used", "virtual s", "reads", "writes"];

    /// <summary>The result as lines of a table; what counts calls, in a table of its own.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<Measurement> measurements)
    {
        var (calls, times) = (measurements.Where(line => line.Calls is not null).ToArray(), measurements.Where(line => line.Calls is null).ToArray());
        return [.. times.Length > 0 ? Table([Head, .. times.Select(Cells)]) : [], .. calls.Length > 0 ? Table([HeadOfCalls, .. calls.Select(CellsOfCalls)]) : []];
    }

    private static IEnumerable<string> Table(string[][] cells)
    {
        var widths = Enumerable.Range(0, cells[0].Length).Select(column => cells.Max(row => row[column].Length)).ToArray();
        var workload = string.Empty;
        foreach (var row in cells)
        {
            if (row[0] != workload)
            {
                workload = row[0];
                yield return new string('-', widths.Sum() + (2 * (widths.Length - 1)));
            }

            yield return string.Join("  ", row.Select((cell, column) => column < 2 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))).TrimEnd();
        }
    }

    private static string[] Cells(Measurement line) =>
    [
        line.Workload,
        line.What,
        Text(line.Rows, "#,##0"),
        Text(line.Seconds, line.Seconds switch { < 0.001 => "0.000000", < 0.1 => "0.0000", _ => "0.000" }),
        Text(line.Ratio, "0.00"),
        Text(line.ProcessSeconds, "0.000"),
        Text(line.ProcessRatio, "0.00"),
        Text(line.CpuSeconds, "0.000"),
        Text(line.PeakMiB, "0"),
        Text(line.Reads, "#,##0"),
        Text(line.Writes, "#,##0"),
    ];

    private static string[] CellsOfCalls(Measurement line) =>
    [
        line.Workload,
        line.What,
        Text(line.Rows, "#,##0"),
        Text(line.Calls!.Calls, "#,##0"),
        Text(line.Calls.Fewest, "#,##0"),
        Text(line.Calls.Ratio, "0.00"),
        Text(line.Calls.Tokens, "#,##0"),
        Text(line.Calls.Busy, "#,##0"),
        Text(line.Calls.RateUsed, "0.0 %"),
        Text(line.Seconds, "#,##0.0"),
        Text(line.Reads, "#,##0"),
        Text(line.Writes, "#,##0"),
    ];

    private static string Text(IFormattable? number, string format) => number?.ToString(format, CultureInfo.InvariantCulture) ?? string.Empty;
}
