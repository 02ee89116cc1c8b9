using System.Collections.Immutable;
using SesamTalk.Sandbox.Storage;

namespace SesamTalk.Sandbox.PowerOfficeGo;

/// <summary>A resource of PowerOffice Go.</summary>
/// <param name="Name">Its name, which is its path's and its table's.</param>
/// <param name="Title">What refusals call it.</param>
/// <param name="Privilege">The privilege to read it; with <c>_Full</c> the one to write it.</param>
/// <param name="Filters">Its filters: parameter, how it compares, column.</param>
internal sealed record GoResource(string Name, string Title, string Privilege, ImmutableArray<(string Parameter, GoComparison Comparison, string Column)> Filters)
{
    /// <summary>Columns whose change moves a time of its own and not the record's.</summary>
    public Func<string, bool> IsBlind { get; init; } = _ => false;

    /// <summary>The column that holds when a blind column was last changed.</summary>
    public string? BlindModified { get; init; }

    /// <summary>The columns that hold when a record was made.</summary>
    public ImmutableArray<string> Created { get; init; } = ["CreatedDateTimeOffset"];

    /// <summary>Its table.</summary>
    public EntityTable Table { get; } = new(Name, FieldFile.Read($"PowerOfficeGo.Fields.{Name}"))
    {
        Modified = Name == "SalesOrderLines" ? null : GoCatalogue.Modified,
        SampleEntity = Name == "SalesOrderLines" ? "SalesOrders.SalesOrderLines" : Name,
    };

    /// <summary>What a reader sees.</summary>
    public ImmutableArray<Field> Shown => [.. Table.Fields.Where(one => one.Type != FieldType.Collection && !one.Is("hidden"))];
}
