using SesamTalk.Connectors.Reading;
using SesamTalk.Engine.Mapping;

namespace SesamTalk.Engine.Observing;

/// <summary>What may be told of a record that cannot be read (clause H3).</summary>
internal static class FaultText
{
    /// <summary>
    /// The connector's words, unless they may quote something sensitive: what cannot be read is in no mirror, so it cannot be found in
    /// the words; and who has no key is told by what else it holds.
    /// </summary>
    public static string Of(MappedEntity entity, RecordFault fault)
    {
        var place = fault.Property is { } property ? entity.Shape.IndexOf(property) : -1;
        var hides = place >= 0 ? entity.Sensitive[place] : fault.Property is null && entity.Sensitive.Contains(true);
        return hides || (fault.Key is null && entity.Sensitive.Contains(true))
            ? $"'{fault.Property ?? "a property"}' is not as described; what the system holds is not shown, since it is sensitive"
            : fault.Message;
    }
}
