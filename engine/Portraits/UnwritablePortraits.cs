using SesamTalk.Connectors.Descriptions;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Portraits;

/// <summary>Finds what of a flow cannot be written, and why.</summary>
internal static class UnwritablePortraits
{
    /// <summary>All there is of it, entities first, each thing once.</summary>
    public static IEnumerable<UnwritablePortrait> Of(FlowView flow) => flow.Ends.SelectMany(Entity)
        .Concat(Properties(flow))
        .Concat(flow.Lists.SelectMany(Properties))
        .Distinct();

    private static IEnumerable<UnwritablePortrait> Entity(FlowEnd end)
    {
        string[] missing = end.Entity is not { } entity ? [] :
        [
            .. entity.CanCreate ? Array.Empty<string>() : ["created"],
            .. entity.CanUpdate ? Array.Empty<string>() : ["changed"],
            .. entity.CanDelete ? Array.Empty<string>() : ["deleted"],
        ];
        return missing.Length == 0 ? [] : [new UnwritablePortrait(end.ToString(), $"records cannot be {string.Join(" or ", missing)}")];
    }

    private static IEnumerable<UnwritablePortrait> Properties(FlowView flow) =>
        from end in flow.Ends
        from row in flow.Rows
        let property = end.PropertyOf(row)
        where property is not null && end.Entity is not { CanCreate: false, CanUpdate: false }
        let why = end.WhyNotWritable(property) ?? (property.Access == WriteAccess.CreateOnly ? "is set when a record is created, and cannot be changed afterwards" : null)
        where why is not null
        select new UnwritablePortrait($"{end}.{end.PathOf(row).Value}", why);
}
