using SesamTalk.Engine.Formatting.Layouts;

namespace SesamTalk.Engine.Formatting.Printing;

/// <summary>The lines of a single value, without their indentation.</summary>
internal static class ScalarLines
{
    /// <summary>Its lines, at least one. Where a value in quotes or without goes on, the blanks around the line end are not part of it.</summary>
    public static string[] Of(LayoutScalar scalar)
    {
        var lines = scalar.Written.Split('\n');
        return scalar.Style == LayoutStyle.Block ? lines
            : lines.Length == 1 ? [scalar.Written]
            : [.. lines.Select((line, i) => i == 0 ? line.TrimEnd() : i == lines.Length - 1 ? line.TrimStart() : line.Trim())];
    }
}
