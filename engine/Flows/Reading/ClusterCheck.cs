using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Drafts;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Reading;

/// <summary>Holds what the workspace says of clusters against its systems.</summary>
internal static class ClusterCheck
{
    /// <summary>The entities that are named but not there.</summary>
    public static IEnumerable<Diagnostic> Of(SystemsDraft draft, SetView set)
    {
        var legal = set.Systems.SelectMany(s => s.EntityNames.Select(e => $"{s.Name}/{e}")).ToHashSet(StringComparer.Ordinal);
        return draft.Several
            .Where(named => set.System(named.Value.Split('/')[0]) is not { KnowsEntities: false } && !legal.Contains(named.Value))
            .Select(named => SystemFaults.UnknownSeveral(named.Place, named.Value, [.. legal]));
    }
}
