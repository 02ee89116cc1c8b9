namespace SesamTalk.Benchmarks.Vendors;

/// <summary>An entity of a vendor that the flows read.</summary>
/// <param name="Name">Its name, and that of its table at the stand-in.</param>
/// <param name="Key">The column with its keys.</param>
/// <param name="PageSize">How many records the widest page holds.</param>
internal sealed record VendorEntity(string Name, string Key, int PageSize)
{
    /// <summary>Its lines; none where it has none.</summary>
    public VendorLines? Lines { get; init; }
}

/// <summary>The lines of an entity, which come by calls of their own.</summary>
/// <param name="Table">Their table at the stand-in.</param>
/// <param name="Parent">The column with the key of their record.</param>
/// <param name="PageSize">How many lines of several records the widest page holds; 0 where each record takes a call.</param>
internal sealed record VendorLines(string Table, string Parent, int PageSize);
