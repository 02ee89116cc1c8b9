using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Testing.Playing;

namespace SesamTalk.Engine.Testing.Covering;

/// <summary>What the elements of a list hold.</summary>
internal static class ListValues
{
    /// <summary>The values of a property of all elements.</summary>
    public static IReadOnlyList<Value> Of(RecordState? record, string list, string property)
    {
        var place = record?.Entity.Property(list)?.Elements?.IndexOf(property) ?? -1;
        return place >= 0 && record![list] is { Kind: ValueKind.List } elements ? [.. elements.AsList.Select(element => element.AsElement[place])] : [];
    }
}
