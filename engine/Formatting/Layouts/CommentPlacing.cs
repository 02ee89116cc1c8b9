using System.Collections.Immutable;

namespace SesamTalk.Engine.Formatting.Layouts;

/// <summary>
/// Gives each comment to the entry that it is about: to the one on whose line it stands, else to the one below it. Where the next entry
/// stands farther to the left than the comment, the comment ends the block that it is in line with.
/// </summary>
/// <param name="lines">The text.</param>
internal sealed class CommentPlacing(TextLines lines)
{
    /// <summary>A collection with the comments that stand in it and behind it.</summary>
    public LayoutCollection Place(LayoutCollection collection, ImmutableArray<Comment> comments)
    {
        var rest = new Queue<Comment>(comments);
        var entries = ImmutableArray.CreateBuilder<LayoutEntry>(collection.Entries.Length);
        for (var i = 0; i < collection.Entries.Length; i++)
        {
            var entry = collection.Entries[i];
            var next = i + 1 < collection.Entries.Length ? collection.Entries[i + 1].Begin : int.MaxValue;
            var before = Take(rest, comment => comment.At < entry.Begin);
            var within = Take(rest, comment => comment.At < next && Belongs(comment, entry, collection));
            entries.Add(Place(entry with { Before = before }, within));
        }

        return collection with { Entries = entries.MoveToImmutable(), Last = [.. rest] };
    }

    private bool Belongs(Comment comment, LayoutEntry entry, LayoutCollection parent) =>
        comment.At < entry.Value.End
        || (comment.IsBehind ? comment.Line == lines.LineOf(entry.Value.End) : entry.Block is { } block && comment.Column > parent.Column && comment.Column >= block.Column);

    private LayoutEntry Place(LayoutEntry entry, ImmutableArray<Comment> comments)
    {
        ImmutableArray<Comment> head = [.. comments.TakeWhile(comment => comment.At < entry.Value.Begin && (comment.IsBehind || entry.Block is null))];
        var left = comments.RemoveRange(0, head.Length);
        if (entry.Value is LayoutCollection collection)
        {
            var isBlock = entry.Block is not null;
            var within = isBlock ? left : [.. left.TakeWhile(comment => comment.At < collection.End)];
            return WithOwn(entry with { Value = Place(collection, within) }, [.. head, .. left.Skip(within.Length)]);
        }

        return WithOwn(entry, comments);
    }

    // The last of them can stand behind; an entry of which there are more has the others before it.
    private static LayoutEntry WithOwn(LayoutEntry entry, ImmutableArray<Comment> own)
    {
        var behind = own is [.., { IsBehind: true } last] ? last : null;
        return entry with { Before = [.. entry.Before, .. behind is null ? own : own[..^1]], Behind = behind };
    }

    private static ImmutableArray<Comment> Take(Queue<Comment> comments, Func<Comment, bool> isTaken)
    {
        var taken = ImmutableArray.CreateBuilder<Comment>();
        while (comments.TryPeek(out var comment) && isTaken(comment))
        {
            taken.Add(comments.Dequeue());
        }

        return taken.ToImmutable();
    }
}
