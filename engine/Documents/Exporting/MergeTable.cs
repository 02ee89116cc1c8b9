using System.Collections.Immutable;
using SesamTalk.Engine.Selecting;

namespace SesamTalk.Engine.Documents;

/// <summary>
/// The table of merging properties: the match rules in their order, and between them what a document has and a rule cannot be
/// (a blank side, a condition), where a form tells of it.
/// </summary>
internal static class MergeTable
{
    /// <summary>The table; none where there is nothing to put into it.</summary>
    public static ImmutableArray<MergeRow>? Of(SayableFlow flow, SectionForm? form)
    {
        if (form?.Merge is not { } written)
            return flow.Rules.IsEmpty ? null : [.. flow.Rules.Select(rule => Row(rule.Source, rule.Target))];
        List<(string Source, string Target)> left = [.. written];
        List<MergeRow> rows = [];
        foreach ((string Source, string Target) rule in flow.Rules)
        {
            int at = left.FindIndex(row => RuleOf(row) == rule);
            foreach ((string source, string target) in left.Take(at).Where(row => RuleOf(row) is null))
                rows.Add(Row(source, target));
            rows.Add(at < 0 ? Row(rule.Source, rule.Target) : Row(left[at].Source, left[at].Target));
            left = [.. left.Take(Math.Max(at, 0)).Where(row => RuleOf(row) is not null), .. left.Skip(at + 1)];
        }
        rows.AddRange(left.Where(row => RuleOf(row) is null).Select(row => Row(row.Source, row.Target)));
        return rows.Count == 0 && !written.IsEmpty ? null : [.. rows];
    }

    private static (string Source, string Target)? RuleOf((string Source, string Target) row)
    {
        (PathCell source, PathCell target) = (Read(row.Source), Read(row.Target));
        return source.Path.Length > 0 && target.Path.Length > 0 && source.Conditions.IsEmpty && target.Conditions.IsEmpty
            ? (SelectingPath.Spelt(source.Path), SelectingPath.Spelt(target.Path))
            : null;
    }

    private static PathCell Read(string cell) => CellReader.Read(new TableCell(cell, 1, 0), new FaultList(""));

    private static MergeRow Row(string source, string target) => new(new PathCell(source, source, []), new PathCell(target, target, []), 0);
}
