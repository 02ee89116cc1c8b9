using System.Collections.Immutable;

namespace SesamTalk.Sandbox.ExactOnline.Query;

/// <summary>A filter as SQL over the row <c>t</c>.</summary>
/// <param name="Sql">The condition, with a question mark for each value.</param>
/// <param name="Parameters">The values.</param>
/// <param name="Fields">The fields that it looks at.</param>
internal sealed record FilterCondition(string Sql, ImmutableArray<object?> Parameters, ImmutableArray<string> Fields)
{
    /// <summary>No condition.</summary>
    public static FilterCondition None { get; } = new("1", [], []);

    /// <summary>Both.</summary>
    public FilterCondition And(FilterCondition other) => Joined("AND", other);

    /// <summary>One of the two.</summary>
    public FilterCondition Or(FilterCondition other) => Joined("OR", other);

    private FilterCondition Joined(string word, FilterCondition other) =>
        new($"({Sql} {word} {other.Sql})", Parameters.AddRange(other.Parameters), Fields.AddRange(other.Fields));
}
