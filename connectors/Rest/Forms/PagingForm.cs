namespace SesamTalk.Connectors.Rest.Forms;

/// <summary>How a list is parted into pages, and how one gets from one to the next.</summary>
/// <param name="Kind">The kind.</param>
internal sealed record PagingForm(PagingKind Kind)
{
    /// <summary>The parameter that carries the number, the token or the last row's property.</summary>
    public string? Parameter { get; init; }

    /// <summary>The number of the first page.</summary>
    public long First { get; init; } = 1;

    /// <summary>The number of rows of a page that is full; <see langword="null"/> where it is not known, and the first page without rows ends the list.</summary>
    public int? Size { get; init; }

    /// <summary>The parameter that asks for the size.</summary>
    public string? SizeParameter { get; init; }

    /// <summary>Where the link or the token to the next page stands. For numbered pages a link that is there is followed.</summary>
    public AnswerPlace? Next { get; init; }

    /// <summary>The property of the last row that the next page begins behind.</summary>
    public string? Property { get; init; }
}
