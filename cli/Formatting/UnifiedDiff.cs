using System.Globalization;
using System.Text;

namespace SesamTalk.Cli.Formatting;

/// <summary>The difference of two texts, as <c>git apply</c> and <c>patch -p1</c> take it.</summary>
internal static class UnifiedDiff
{
    private const int Context = 3;

    /// <summary>The difference; empty where there is none.</summary>
    /// <param name="file">The name of the file.</param>
    /// <param name="before">What it holds.</param>
    /// <param name="after">What it is to hold.</param>
    public static string Of(string file, string before, string after)
    {
        var (old, next) = (Lines(before), Lines(after));
        var steps = LineEdits.Between(old, next);
        var text = new StringBuilder();
        foreach (var (from, to) in Hunks(steps))
        {
            if (text.Length == 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"--- a/{file}\n+++ b/{file}\n");
            }

            Write(text, steps[from..to], old, next);
        }

        return text.ToString();
    }

    // A line keeps its end, so that one without is another line.
    private static string[] Lines(string text)
    {
        var lines = text.Split('\n').Select(line => line + "\n").ToArray();
        return text.EndsWith('\n') || text.Length == 0 ? lines[..^1] : [.. lines[..^1], lines[^1].TrimEnd('\n')];
    }

    private static IEnumerable<(int From, int To)> Hunks(List<LineEdit> steps)
    {
        List<int> changes = [.. Enumerable.Range(0, steps.Count).Where(i => steps[i].Sign != ' ')];
        for (var i = 0; i < changes.Count; i++)
        {
            var first = i;
            while (i + 1 < changes.Count && changes[i + 1] - changes[i] <= 2 * Context + 1)
            {
                i++;
            }

            yield return (Math.Max(0, changes[first] - Context), Math.Min(steps.Count, changes[i] + Context + 1));
        }
    }

    private static void Write(StringBuilder text, List<LineEdit> steps, string[] old, string[] next)
    {
        var (removed, added) = (steps.Count(step => step.Sign != '+'), steps.Count(step => step.Sign != '-'));
        text.Append(CultureInfo.InvariantCulture, $"@@ -{Range(steps[0].Old, removed)} +{Range(steps[0].New, added)} @@\n");
        foreach (var step in steps)
        {
            var line = step.Sign == '+' ? next[step.New] : old[step.Old];
            text.Append(step.Sign).Append(line).Append(line.EndsWith('\n') ? string.Empty : "\n\\ No newline at end of file\n");
        }
    }

    private static string Range(int start, int count) => count == 1
        ? (start + 1).ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{(count == 0 ? start : start + 1)},{count}");
}
