using System.Collections.Immutable;

namespace SesamTalk.Engine.Documents;

/// <summary>Whether two sections say the same, wherever they stand.</summary>
internal static class SectionComparison
{
    public static bool SaySame(DocumentSection one, DocumentSection other) =>
        one.Source == other.Source && one.Target == other.Target && one.Opening == other.Opening
        && one.TargetSystem == other.TargetSystem && one.MergesExisting == other.MergesExisting
        && SaySame(one.Connection, other.Connection)
        && SaySame(one.Merge, other.Merge)
        && one.Properties.SequenceEqual(other.Properties, SameProperty);

    private static bool SaySame(Connection? one, Connection? other) =>
        one is null || other is null
            ? one == other
            : one.Into == other.Into && one.Entities.SequenceEqual(other.Entities);

    private static bool SaySame(ImmutableArray<MergeRow>? one, ImmutableArray<MergeRow>? other) =>
        one.HasValue == other.HasValue
        && (one is null || one.Value.SequenceEqual(other!.Value, SameMerge));

    private static bool SameMerge(MergeRow one, MergeRow other) =>
        SameText(one.Source.Raw, other.Source.Raw) && SameText(one.Target.Raw, other.Target.Raw);

    private static bool SameProperty(PropertyRow one, PropertyRow other) =>
        SameText(one.Source.Raw, other.Source.Raw) && SameText(one.Target.Raw, other.Target.Raw)
        && SameText(one.DataType, other.DataType);

    // What a cell ends in is chance: a blank there makes no other section.
    private static bool SameText(string one, string other) =>
        one.AsSpan().Trim(Phrases.Blanks).SequenceEqual(other.AsSpan().Trim(Phrases.Blanks));

    private static bool SequenceEqual<T>(this ImmutableArray<T> one, ImmutableArray<T> other, Func<T, T, bool> same)
    {
        if (one.Length != other.Length)
            return false;
        for (int i = 0; i < one.Length; i++)
        {
            if (!same(one[i], other[i]))
                return false;
        }
        return true;
    }
}
