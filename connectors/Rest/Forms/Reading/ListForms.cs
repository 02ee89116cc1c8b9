using SesamTalk.Connectors.Rest.Templates;

namespace SesamTalk.Connectors.Rest.Forms.Reading;

/// <summary>Reads how lists are asked for.</summary>
internal static class ListForms
{
    private static readonly (string, PagingKind)[] Kinds =
    [
        ("none", PagingKind.None), ("next_link", PagingKind.NextLink), ("page", PagingKind.Page), ("offset", PagingKind.Offset), ("cursor", PagingKind.Cursor),
        ("skip_token", PagingKind.SkipToken),
    ];

    /// <summary>The placeholders of every list.</summary>
    public static IReadOnlyList<string> Usual { get; } = ["fields", "expand", "size"];

    /// <summary>A list.</summary>
    /// <param name="section">What is said of it.</param>
    /// <param name="path">What <c>{path}</c> stands for; the path too where none is given.</param>
    /// <param name="otherwise">The list whose path, rows and paging hold where nothing is said.</param>
    /// <param name="placeholders">The placeholders that it may have, beside the usual ones.</param>
    public static ListForm Of(Section section, string? path, ListForm? otherwise, params IReadOnlyList<string> placeholders)
    {
        IReadOnlyList<string> names = [.. Usual, .. placeholders];
        return new ListForm(PathOf(section, path, names, otherwise?.Path), section.Parameters(path, names), section.Places("rows") ?? otherwise?.Rows ?? [string.Empty], PagingOf(section.Below("paging")) ?? otherwise?.Paging ?? new PagingForm(PagingKind.None))
        {
            EmptyStatuses = section.Numbers("empty") ?? otherwise?.EmptyStatuses ?? [204],
        };
    }

    /// <summary>The path of a request.</summary>
    public static Template PathOf(Section section, string? path, IReadOnlyList<string> placeholders, Template? otherwise = null)
    {
        if (section.TemplateAt("path", path, placeholders) is { } template)
        {
            return template;
        }

        if (path is null && otherwise is not null)
        {
            return otherwise;
        }

        if (path is null)
        {
            section.Faults.Missing(section.Place, "'path' is missing", "give the path here, or once for the whole entity");
        }

        return Template.Parse((path ?? string.Empty).Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal))!;
    }

    /// <summary>How a list is parted into pages; <see langword="null"/> where nothing is said.</summary>
    public static PagingForm? PagingOf(Section? section)
    {
        if (section?.Word("kind", Kinds) is not { } kind)
        {
            return null;
        }

        var paging = new PagingForm(kind)
        {
            Parameter = section.Text("parameter"),
            First = section.Number("first") ?? 1,
            Size = section.Number("size"),
            SizeParameter = section.Text("size_parameter"),
            Next = PlaceOf(section.Below("next")),
            Property = section.Text("property"),
        };
        Check(section, paging);
        return paging;
    }

    /// <summary>A place in an answer; <see langword="null"/> where nothing is said.</summary>
    public static AnswerPlace? PlaceOf(Section? section)
    {
        if (section is null)
        {
            return null;
        }

        if (section.Text("at") is null && section.Text("header") is null)
        {
            section.Faults.Missing(section.Place, "a place in an answer has 'at', 'header' or both", "write { at: NAMES } or { header: NAME }");
        }

        return new AnswerPlace(section.Text("at"), section.Text("header"));
    }

    private static void Check(Section section, PagingForm paging)
    {
        if (paging is { Kind: PagingKind.Page or PagingKind.Offset or PagingKind.Cursor or PagingKind.SkipToken, Parameter: null })
        {
            section.Faults.Missing(section.Place, $"paging by {section.Text("kind")} needs 'parameter'", "name the parameter of the query that asks for the next page");
        }

        if (paging is { Kind: PagingKind.NextLink or PagingKind.Cursor, Next: null })
        {
            section.Faults.Missing(section.Place, $"paging by {section.Text("kind")} needs 'next'", "say where the answer holds the way to the next page: next: { at: NAMES } or next: { header: NAME }");
        }

        if (paging is { Kind: PagingKind.SkipToken, Property: null })
        {
            section.Faults.Missing(section.Place, "paging by skip_token needs 'property'", "name the property of the last row behind which the next page begins");
        }

        if (paging is { SizeParameter: not null, Size: null })
        {
            section.Faults.Missing(section.Place, "'size_parameter' needs 'size'", "say how many rows to ask for");
        }
    }
}
