using System.Collections.Immutable;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Reading;

/// <summary>Which files refer to which: a change of one may be a fault of the other.</summary>
internal static class FileUses
{
    /// <summary>The files that each file refers to.</summary>
    /// <param name="set">The set.</param>
    /// <param name="systemsFile">The file of the systems, as it is shown.</param>
    /// <param name="shown">The file that <c>systems.yaml</c> names by a path, as it is shown.</param>
    public static ImmutableDictionary<string, ImmutableHashSet<string>> Of(SetView set, string systemsFile, Func<string, string> shown)
    {
        var described = set.Systems.ToDictionary(
            system => system.Name,
            system => new[] { system.Draft.Entities?.Value, system.Draft.Definition?.Value }.OfType<string>().Select(shown).ToList(),
            StringComparer.Ordinal);
        var linking = set.Flows.SelectMany(flow => flow.Ends.Select(end => (Entity: end.ToString(), flow.Draft.Place.File))).ToLookup(it => it.Entity, it => it.File, StringComparer.Ordinal);
        var flows = set.Flows.ToLookup(
            flow => flow.Draft.Place.File,
            flow => flow.Ends.SelectMany(end => described.GetValueOrDefault(end.Draft.System.Value) ?? [])
                .Concat(ReferredBy(flow).SelectMany(entity => linking[entity]))
                .Append(systemsFile));
        return flows.ToImmutableDictionary(file => file.Key, file => file.SelectMany(used => used).ToImmutableHashSet(), StringComparer.Ordinal)
            .SetItem(systemsFile, [.. described.Values.SelectMany(files => files)]);
    }

    private static IEnumerable<string> ReferredBy(FlowView flow)
    {
        var (source, target) = (flow.Source.Draft.System.Value, flow.Target.Draft.System.Value);
        return flow.Lists.Prepend(flow)
            .SelectMany(table => table.Rows)
            .Select(row => row.Draft.Of)
            .OfType<Drafts.OfDraft>()
            .SelectMany(of => new[] { $"{source}/{of.Source.Value}", $"{target}/{of.Target.Value}" })
            .Concat(flow.Draft.CreateOnReference.Select(entity => $"{source}/{entity.Value}"));
    }
}
