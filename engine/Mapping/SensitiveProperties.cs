using System.Collections.Immutable;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Engine.Mapping;

/// <summary>
/// The properties whose values are never shown (clause H3): those of every row that says so, and, since a value goes from row to
/// row, those that a row joins with one of them.
/// </summary>
internal static class SensitiveProperties
{
    /// <summary>The sensitive properties of some flows, each as <c>system/entity</c> and its path.</summary>
    public static ImmutableHashSet<(string Entity, string Path)> Of(IEnumerable<Flow> flows)
    {
        var rows = flows
            .SelectMany(flow => flow.Properties.Select(row => (Source: (flow.Source.ToString(), row.Source), Target: (flow.Target.ToString(), row.Target), Sensitive: IsSensitive(row))))
            .ToList();
        var sensitive = rows.Where(row => row.Sensitive).SelectMany(row => new[] { row.Source, row.Target }).ToHashSet();
        for (var before = -1; before != sensitive.Count;)
        {
            before = sensitive.Count;
            foreach (var row in rows.Where(row => sensitive.Contains(row.Source) || sensitive.Contains(row.Target)))
            {
                sensitive.Add(row.Source);
                sensitive.Add(row.Target);
            }
        }

        return [.. sensitive];
    }

    // A list is shown as a whole, or not at all.
    private static bool IsSensitive(Row row) => row.Sensitive || (row.Each?.Rows.Any(element => element.Sensitive) ?? false);
}
