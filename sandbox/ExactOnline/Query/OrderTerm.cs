using System.Collections.Immutable;
using SesamTalk.Sandbox.Storage;

namespace SesamTalk.Sandbox.ExactOnline.Query;

/// <summary>A field by which rows are ordered.</summary>
/// <param name="Field">The field.</param>
/// <param name="IsDescending">Whether the greatest comes first.</param>
internal sealed record OrderTerm(Field Field, bool IsDescending)
{
    /// <summary>As SQL writes it.</summary>
    public string Sql => Field.Sql() + (IsDescending ? " DESC" : " ASC");

    /// <summary>The condition that a row comes after the one with these values.</summary>
    public static FilterCondition After(ImmutableArray<OrderTerm> terms, ImmutableArray<object?> values)
    {
        if (values.Length != terms.Length)
        {
            throw ExactRefusalException.Malformed("The skip token is not of this query.");
        }

        var condition = new FilterCondition("0", [], []);
        var equal = FilterCondition.None;
        for (var place = 0; place < terms.Length; place++)
        {
            condition = condition.Or(equal.And(terms[place].Beyond(values[place])));
            equal = equal.And(new($"{terms[place].Field.Sql()} IS ?", [values[place]], []));
        }

        return condition;
    }

    // SQLite puts NULL first when it ascends.
    private FilterCondition Beyond(object? value) => (IsDescending, value) switch
    {
        (false, null) => new($"{Field.Sql()} IS NOT NULL", [], []),
        (true, null) => new("0", [], []),
        (false, _) => new($"{Field.Sql()} > ?", [value], []),
        (true, _) => new($"({Field.Sql()} < ? OR {Field.Sql()} IS NULL)", [value], []),
    };
}
