namespace SesamTalk.Connectors.Rest.Forms;

/// <summary>How the elements of a list are read and written.</summary>
internal sealed record ChildForm
{
    /// <summary>Where the elements stand below the list's own place in the record; the empty path is that place itself.</summary>
    public string Rows { get; init; } = string.Empty;

    /// <summary>How they are asked for by requests of their own, for one record or several; <see langword="null"/> where they come with the record.</summary>
    public KeyLookupForm? Read { get; init; }

    /// <summary>Where an element holds the key of its record, where several records are asked for at once.</summary>
    public string? Parent { get; init; }

    /// <summary>The requests that write single elements; <see langword="null"/> where the list is written whole with its record.</summary>
    public WriteForm? Create { get; init; }

    /// <summary>The request that changes an element.</summary>
    public WriteForm? Update { get; init; }

    /// <summary>The request that deletes an element.</summary>
    public WriteForm? Delete { get; init; }

    /// <summary>Whether the elements of a new record are sent within it, though later they are written one by one.</summary>
    public bool ComesWithCreate { get; init; }

    /// <summary>How the values of the elements are written, by property.</summary>
    public required PropertyForms Properties { get; init; }

    /// <summary>Whether elements are written one by one where a record is changed.</summary>
    public bool WritesOneByOne => Create is not null || Update is not null || Delete is not null;

    /// <summary>Whether the elements of a new record are sent after it, one by one.</summary>
    public bool FollowsCreate => WritesOneByOne && !ComesWithCreate;
}
