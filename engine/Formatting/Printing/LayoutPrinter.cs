using System.Collections.Immutable;
using System.Text;
using SesamTalk.Engine.Formatting.Layouts;

namespace SesamTalk.Engine.Formatting.Printing;

/// <summary>Writes a file, line by line.</summary>
internal sealed class LayoutPrinter
{
    private const int Step = 2;
    private const string BehindText = "   ";

    private readonly StringBuilder _text = new(4096);

    // The dash of an item stands in the indentation of what is in it.
    private int? _dash;
    private bool _keepsEnd;

    /// <summary>The text of a file, with line feeds.</summary>
    /// <param name="root">Its root, in lines of its own.</param>
    /// <param name="head">The comments at its top.</param>
    /// <param name="isHeadApart">Whether an empty line stands behind these.</param>
    public static string Print(LayoutCollection root, ImmutableArray<Comment> head, bool isHeadApart)
    {
        var printer = new LayoutPrinter();
        printer.Comments(head, 0);
        if (isHeadApart && !head.IsEmpty)
        {
            printer.EmptyLine();
        }

        printer.Block(root, 0);
        return printer._text.ToString();
    }

    private void Block(LayoutCollection block, int indentation)
    {
        var columns = block.IsTable ? new TableColumns(block) : null;
        for (var i = 0; i < block.Entries.Length; i++)
        {
            var entry = block.Entries[i];
            Comments(entry.Before, indentation, isFirst: i == 0);
            if (entry.IsApart && !(i == 0 && entry.Before.IsEmpty))
            {
                EmptyLine();
            }

            Entry(entry, columns, indentation);
        }

        Comments(block.Last, indentation, isFirst: false);
    }

    private void Comments(ImmutableArray<Comment> comments, int indentation, bool isFirst = true)
    {
        foreach (var comment in comments)
        {
            if (comment.IsApart && !isFirst)
            {
                EmptyLine();
            }

            Line(indentation, comment.Text);
            isFirst = false;
        }
    }

    private void Entry(LayoutEntry entry, TableColumns? columns, int indentation)
    {
        var head = entry.Key is { } key ? $"{LineText.Key(key)}:" : "-";
        if (entry.Block is not { } block)
        {
            Value(entry, head, columns, indentation);
        }
        else if (entry.Key is null)
        {
            _dash ??= indentation;
            Block(block, indentation + Step);
        }
        else
        {
            Line(indentation, head + Behind(entry));
            Block(block, indentation + Step);
        }
    }

    private void Value(LayoutEntry entry, string head, TableColumns? columns, int indentation)
    {
        var value = entry.Value switch
        {
            LayoutScalar scalar => ScalarLines.Of(scalar),
            LayoutCollection row when columns is not null => [columns.Of(row)],
            _ => [LineText.Of(entry.Value)],
        };
        var first = value[0].Length == 0 ? head : $"{head} {value[0]}";
        var isBlock = entry.Value is LayoutScalar { Style: LayoutStyle.Block };
        Line(indentation, isBlock || value.Length == 1 ? first + Behind(entry) : first);
        for (var i = 1; i < value.Length; i++)
        {
            Line(indentation + Step, !isBlock && i == value.Length - 1 ? value[i] + Behind(entry) : value[i]);
        }

        _keepsEnd = isBlock && value[0].EndsWith('+');
    }

    private static string Behind(LayoutEntry entry) => entry.Behind is { } comment ? BehindText + comment.Text : string.Empty;

    // A block of text that keeps the line ends at its end has them already.
    private void EmptyLine()
    {
        if (!_keepsEnd)
        {
            _text.Append('\n');
        }
    }

    private void Line(int indentation, string text)
    {
        _keepsEnd = false;
        if (_dash is { } dash)
        {
            _text.Append(' ', dash);
            for (var at = dash; at < indentation; at += Step)
            {
                _text.Append("- ");
            }

            _dash = null;
        }
        else if (text.Length > 0)
        {
            _text.Append(' ', indentation);
        }

        _text.Append(text).Append('\n');
    }
}
