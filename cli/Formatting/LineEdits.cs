namespace SesamTalk.Cli.Formatting;

/// <summary>The fewest lines to take away and to add that make one text of another (Myers, 1986).</summary>
internal static class LineEdits
{
    /// <summary>The steps, in order.</summary>
    public static List<LineEdit> Between(string[] old, string[] next)
    {
        var start = 0;
        while (start < old.Length && start < next.Length && old[start] == next[start])
        {
            start++;
        }

        var steps = new List<LineEdit>(old.Length + next.Length);
        steps.AddRange(Enumerable.Range(0, start).Select(i => new LineEdit(' ', i, i)));
        steps.AddRange(Rest(old.AsSpan(start), next.AsSpan(start)).Select(step => step with { Old = step.Old + start, New = step.New + start }));
        return steps;
    }

    private static List<LineEdit> Rest(ReadOnlySpan<string> old, ReadOnlySpan<string> next)
    {
        var traces = new List<int[]>();
        var reach = new int[2 * (old.Length + next.Length) + 3];
        var middle = old.Length + next.Length + 1;
        for (var edits = 0; ; edits++)
        {
            traces.Add(reach[(middle - edits - 1)..(middle + edits + 2)]);
            for (var diagonal = -edits; diagonal <= edits; diagonal += 2)
            {
                var x = IsDown(reach, middle, diagonal, edits) ? reach[middle + diagonal + 1] : reach[middle + diagonal - 1] + 1;
                while (x < old.Length && x - diagonal < next.Length && old[x] == next[x - diagonal])
                {
                    x++;
                }

                reach[middle + diagonal] = x;
                if (x >= old.Length && x - diagonal >= next.Length)
                {
                    return Back(traces, old.Length, next.Length);
                }
            }
        }
    }

    private static bool IsDown(int[] reach, int middle, int diagonal, int edits) =>
        diagonal == -edits || (diagonal != edits && reach[middle + diagonal - 1] < reach[middle + diagonal + 1]);

    private static List<LineEdit> Back(List<int[]> traces, int x, int y)
    {
        var steps = new List<LineEdit>();
        for (var edits = traces.Count - 1; edits > 0; edits--)
        {
            var isDown = IsDown(traces[edits], edits + 1, x - y, edits);
            var diagonal = isDown ? x - y + 1 : x - y - 1;
            var fromX = traces[edits][edits + 1 + diagonal];
            var fromY = fromX - diagonal;
            Same(steps, ref x, ref y, isDown ? fromX : fromX + 1);
            steps.Add(isDown ? new LineEdit('+', fromX, fromY) : new LineEdit('-', fromX, fromY));
            (x, y) = (fromX, fromY);
        }

        Same(steps, ref x, ref y, 0);
        steps.Reverse();
        return steps;
    }

    private static void Same(List<LineEdit> steps, ref int x, ref int y, int downTo)
    {
        while (x > downTo)
        {
            steps.Add(new LineEdit(' ', --x, --y));
        }
    }
}

/// <summary>A step from one text to another.</summary>
/// <param name="Sign">A blank for a line that both have, <c>-</c> for one that goes, <c>+</c> for one that comes.</param>
/// <param name="Old">The line in the old text, from 0.</param>
/// <param name="New">The line in the new text, from 0.</param>
internal readonly record struct LineEdit(char Sign, int Old, int New);
