namespace SesamTalk.Connectors.Rest.Forms;

/// <summary>How a list is parted into pages.</summary>
internal enum PagingKind
{
    /// <summary>It is not.</summary>
    None,

    /// <summary>Each page holds the address of the next.</summary>
    NextLink,

    /// <summary>Pages are numbered.</summary>
    Page,

    /// <summary>A page begins at a number of rows.</summary>
    Offset,

    /// <summary>Each page holds a token that asks for the next.</summary>
    Cursor,

    /// <summary>A page begins behind the last row of the one before, which is named by one of its properties.</summary>
    SkipToken,
}
