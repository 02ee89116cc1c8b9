using System.Collections.Immutable;
using SesamTalk.Connectors.Definitions;

namespace SesamTalk.Connectors.Rest.Forms.Reading;

/// <summary>Lays what one mapping says over what another says.</summary>
internal static class Overlay
{
    /// <summary>Both, mapping by mapping; where both say something, the upper one holds.</summary>
    public static DefinitionMapping Of(DefinitionMapping lower, DefinitionMapping upper)
    {
        var entries = ImmutableArray.CreateBuilder<DefinitionEntry>();
        foreach (var entry in lower.Entries)
        {
            var over = upper.Entries.FirstOrDefault(e => e.Key == entry.Key);
            entries.Add(over is null ? entry
                : entry.Value is DefinitionMapping below && over.Value is DefinitionMapping above ? over with { Value = Of(below, above) }
                : over);
        }

        entries.AddRange(upper.Entries.Where(entry => lower[entry.Key] is null));
        return new DefinitionMapping(upper.Place, entries.ToImmutable());
    }
}
