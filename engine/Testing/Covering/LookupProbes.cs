using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Conversions;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Testing.Playing;

namespace SesamTalk.Engine.Testing.Covering;

/// <summary>An entry of a look-up table is touched when the source holds its value at the end of a run.</summary>
internal static class LookupProbes
{
    /// <summary>The probes of the tables of a row.</summary>
    public static IEnumerable<Probe> Of(Row row, Func<Snapshot, IEnumerable<Value>> sources) =>
        from step in Enumerable.Range(0, row.Conversions.Length)
        let table = row.Conversions[step] as TableConversion
        where table is not null
        from entry in table.Entries
        let name = Sameness.TextOf(entry.Source)
        select new Probe(CoverageKind.LookupEntry, $"{row.Source} -> {row.Target}: {entry.Source}: {entry.Target}", row.Place, outcome => outcome.Moments
            .Where((_, place) => place % 2 == 1)
            .SelectMany(sources)
            .Any(value => ConversionChain.Get([.. row.Conversions.Take(step)], value) is { IsValue: true } before && Sameness.TextOf(before.Value) == name));
}
