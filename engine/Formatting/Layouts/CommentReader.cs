using System.Collections.Immutable;

namespace SesamTalk.Engine.Formatting.Layouts;

/// <summary>
/// Finds the comments of a text. The parser drops them; but where no single value stands there are only signs and blanks, so that a
/// <c>#</c> begins a comment.
/// </summary>
internal static class CommentReader
{
    /// <summary>The comments, in order.</summary>
    /// <param name="lines">The text.</param>
    /// <param name="scalars">All single values, in order, keys included.</param>
    public static ImmutableArray<Comment> Read(TextLines lines, IEnumerable<LayoutScalar> scalars)
    {
        var comments = ImmutableArray.CreateBuilder<Comment>();
        var at = 0;
        foreach (var scalar in scalars)
        {
            AddBetween(lines, at, scalar.Begin, comments);
            at = Math.Max(at, scalar.End);
            if (scalar.Style == LayoutStyle.Block)
            {
                AddBetween(lines, scalar.Begin, lines.EndOfLine(scalar.Begin), comments);
            }
        }

        AddBetween(lines, at, lines.Text.Length, comments);
        return comments.ToImmutable();
    }

    private static void AddBetween(TextLines lines, int from, int to, ImmutableArray<Comment>.Builder comments)
    {
        for (var at = from; at < to; at++)
        {
            if (lines.Text[at] == '#')
            {
                comments.Add(CommentAt(lines, at));
                at = lines.EndOfLine(at);
            }
        }
    }

    private static Comment CommentAt(TextLines lines, int at)
    {
        var isBehind = !lines.Text.AsSpan((at - lines.ColumnOf(at))..at).IsWhiteSpace();
        return new Comment(lines.Text[at..lines.EndOfLine(at)].TrimEnd(), at, lines.LineOf(at), lines.ColumnOf(at))
        {
            IsBehind = isBehind,
            IsApart = !isBehind && lines.IsApart(at),
        };
    }
}
