namespace SesamTalk.TestKit.Golden;

/// <summary>Where two texts part.</summary>
public static class TextDifference
{
    /// <summary>The first line in which they differ, of both; <see langword="null"/> where they are the same to the last character.</summary>
    public static string? Between(string expected, string actual)
    {
        if (string.Equals(expected, actual, StringComparison.Ordinal))
            return null;
        var (left, right) = (expected.Split('\n'), actual.Split('\n'));
        var line = Enumerable.Range(0, Math.Max(left.Length, right.Length)).First(i => LineOf(left, i) != LineOf(right, i));
        return $"line {line + 1}\n  expected: {Show(left, line)}\n  actual:   {Show(right, line)}";
    }

    private static string? LineOf(string[] lines, int index) => index < lines.Length ? lines[index] : null;

    private static string Show(string[] lines, int index) =>
        LineOf(lines, index)?.Replace("\r", "\\r", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal) ?? "(the text has ended)";
}
