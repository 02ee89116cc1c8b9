using System.Collections.Immutable;
using SesamTalk.Sandbox.Storage;

namespace SesamTalk.Sandbox.ExactOnline.Query;

/// <summary>
/// Reads <c>$filter</c>: comparisons joined by <c>and</c> and <c>or</c>, with <c>trim</c> and <c>substringof</c>, which are the parts of
/// OData that clients are known to use with Exact Online. All else is refused.
/// </summary>
internal sealed class FilterParser
{
    private readonly ImmutableArray<FilterToken> _tokens;
    private readonly FilterValues _values;
    private readonly Func<string, Field?> _find;
    private int _place;

    private FilterParser(string filter, Func<string, Field?> find, ExactTime time)
    {
        _tokens = FilterTokens.Of(filter);
        _values = new FilterValues(time);
        _find = find;
    }

    private FilterToken Current => _tokens[_place];

    /// <summary>The condition that a filter says.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="find">The fields that may be named.</param>
    /// <param name="time">How times are read.</param>
    /// <exception cref="ExactRefusalException">It is not understood.</exception>
    public static FilterCondition Parse(string filter, Func<string, Field?> find, ExactTime time)
    {
        var parser = new FilterParser(filter, find, time);
        var condition = parser.Either();
        return parser.Current.Kind == FilterTokenKind.End ? condition : throw parser.Unexpected();
    }

    private FilterCondition Either()
    {
        var condition = Both();
        while (Takes("or"))
        {
            condition = condition.Or(Both());
        }

        return condition;
    }

    private FilterCondition Both()
    {
        var condition = One();
        while (Takes("and"))
        {
            condition = condition.And(One());
        }

        return condition;
    }

    private FilterCondition One()
    {
        if (Takes("("))
        {
            var inner = Either();
            Expect(")");
            return inner;
        }

        return Takes("substringof") ? Substring() : Comparison();
    }

    // substringof('text', Name), alone or as "… eq true".
    private FilterCondition Substring()
    {
        Expect("(");
        var text = Next(FilterTokenKind.Text);
        Expect(",");
        var (field, sql) = Operand();
        Expect(")");
        var wanted = true;
        if (Takes("eq"))
        {
            wanted = Next(FilterTokenKind.Word) == "true";
        }

        return new($"(instr({sql}, ?) > 0) IS {(wanted ? 1 : 0)}", [text], [field.Name]);
    }

    private FilterCondition Comparison()
    {
        var (field, sql) = Operand();
        var sign = FilterValues.SignOf(Next(FilterTokenKind.Word)) ?? throw Unexpected();
        var literal = _tokens[_place++];
        var (side, value) = _values.Of(field, sql, literal);
        return value is null
            ? new($"{side} {(sign == "=" ? "IS" : "IS NOT")} NULL", [], [field.Name])
            : new(sign == "<>" ? $"{side} IS NOT ?" : $"{side} {sign} ?", [value], [field.Name]);
    }

    private (Field Field, string Sql) Operand()
    {
        if (Takes("trim"))
        {
            Expect("(");
            var inner = Operand();
            Expect(")");
            return (inner.Field, $"trim({inner.Sql})");
        }

        var name = Next(FilterTokenKind.Word);
        var field = _find(name) ?? throw ExactRefusalException.Malformed($"No property '{name}' exists in this type.");
        return (field, field.Sql());
    }

    private bool Takes(string text)
    {
        var isThere = Current.Kind is FilterTokenKind.Word or FilterTokenKind.Sign && Current.Text == text;
        _place += isThere ? 1 : 0;
        return isThere;
    }

    private void Expect(string text)
    {
        if (!Takes(text))
        {
            throw Unexpected();
        }
    }

    private string Next(FilterTokenKind kind) => Current.Kind == kind ? _tokens[_place++].Text : throw Unexpected();

    private ExactRefusalException Unexpected() => ExactRefusalException.Malformed($"Syntax error at '{Current.Text}' in the filter.");
}
