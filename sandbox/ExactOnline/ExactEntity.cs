using SesamTalk.Sandbox.Storage;

namespace SesamTalk.Sandbox.ExactOnline;

/// <summary>An entity of Exact Online and where it is reached.</summary>
/// <param name="Name">Its name, which is also its table's.</param>
/// <param name="Single">The path of the single endpoint, from the division on.</param>
internal sealed record ExactEntity(string Name, string Single)
{
    /// <summary>The path of the bulk endpoint, if it has one.</summary>
    public string? Bulk { get; init; }

    /// <summary>The path of the sync feed, if it has one.</summary>
    public string? Sync { get; init; }

    /// <summary>Its number in the log of deletes.</summary>
    public int? DeletedType { get; init; }

    /// <summary>The topic of its webhooks.</summary>
    public string? Topic { get; init; }

    /// <summary>Whether it can be created, changed and deleted.</summary>
    public bool IsWritable { get; init; }

    /// <summary>The entity that its rows are lines of.</summary>
    public string? HeadOf { get; init; }

    /// <summary>The field that holds the head's key.</summary>
    public string? HeadKey { get; init; }

    /// <summary>Whether its rows belong to a division.</summary>
    public bool IsInDivision { get; init; } = true;

    /// <summary>Whether the answer to a create shows the record; else it shows the key and nulls.</summary>
    public bool ShowsCreated { get; init; }

    /// <summary>Its table.</summary>
    public EntityTable Table { get; } = TableOf(Name);

    /// <summary>The model's name in the metadata of a row.</summary>
    public string Model => $"Exact.Web.Api.Models.{(Name.EndsWith("sses", StringComparison.Ordinal) ? Name[..^2] : Name.TrimEnd('s'))}";

    private static EntityTable TableOf(string name) => new(name, FieldFile.Read($"ExactOnline.Fields.{name}"))
    {
        Modified = name is "Deleted" or "WebhookSubscriptions" ? null : "Modified",
        SampleEntity = name switch
        {
            "SalesOrderLines" => "SalesOrders.SalesOrderLines",
            "QuotationLines" => "Quotations.QuotationLines",
            _ => name,
        },
    };
}
