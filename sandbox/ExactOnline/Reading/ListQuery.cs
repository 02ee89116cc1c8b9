using System.Collections.Immutable;
using System.Globalization;
using SesamTalk.Sandbox.ExactOnline.Query;
using SesamTalk.Sandbox.Http;
using SesamTalk.Sandbox.Storage;

namespace SesamTalk.Sandbox.ExactOnline.Reading;

/// <summary>What a list was asked for.</summary>
/// <param name="View">The endpoint.</param>
/// <param name="Fields">The fields to show.</param>
/// <param name="Expanded">The lines to show within their head, if any.</param>
/// <param name="Condition">Which rows.</param>
/// <param name="Order">In what order; the key is the last term.</param>
/// <param name="Top">How many at most.</param>
/// <param name="Skip">How many to pass over.</param>
/// <param name="Counts">Whether the number of all rows is wanted.</param>
internal sealed record ListQuery(
    ExactView View, ImmutableArray<Field> Fields, ImmutableArray<string> Expanded, FilterCondition Condition, ImmutableArray<OrderTerm> Order, int? Top, int Skip, bool Counts)
{
    private static readonly string[] Options = ["$select", "$filter", "$orderby", "$top", "$skip", "$skiptoken", "$inlinecount", "$expand"];

    /// <summary>Reads the options of a request.</summary>
    /// <exception cref="ExactRefusalException">One of them is not understood.</exception>
    public static ListQuery Of(Request request, ExactView view, ExactTime time)
    {
        if (request.Query.Keys.Except(Options).FirstOrDefault() is { } unknown)
        {
            throw ExactRefusalException.Malformed($"The query option '{unknown}' is not served.");
        }

        var order = OrderOf(request.Parameter("$orderby"), view);
        var condition = request.Parameter("$filter") is { } filter ? FilterParser.Parse(filter, view.Find, time) : FilterCondition.None;
        if (request.Parameter("$skiptoken") is { } token)
        {
            condition = condition.And(OrderTerm.After(order, SkipToken.Read(token)));
        }

        return new(
            view,
            FieldsOf(request.Parameter("$select"), view),
            Expansions(request, view),
            condition,
            order,
            Number(request.Parameter("$top"), "$top"),
            Number(request.Parameter("$skip"), "$skip") ?? 0,
            request.Parameter("$inlinecount") == "allpages");
    }

    /// <summary>The fields that <c>$select</c> names, in the entity's order; all without it.</summary>
    public static ImmutableArray<Field> FieldsOf(string? select, ExactView view)
    {
        if (string.IsNullOrWhiteSpace(select) || select == "*")
        {
            return view.Fields;
        }

        var names = select.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(name => name.Split('/')[0]);
        return [.. names.Distinct(StringComparer.Ordinal).Select(name => view.Find(name)
            ?? throw ExactRefusalException.Malformed($"Could not find a property named '{name}' on type '{view.Entity.Model}'."))];
    }

    /// <summary>What <c>$expand</c> names.</summary>
    public static ImmutableArray<string> Expansions(Request request, ExactView view)
    {
        var names = (request.Parameter("$expand") ?? string.Empty).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToImmutableArray();
        return names.FirstOrDefault(name => name != ExactCatalogue.LinesOf(view.Entity.Name)?.Name) is { } unknown
            ? throw ExactRefusalException.Malformed($"'{unknown}' cannot be expanded.")
            : names;
    }

    private static ImmutableArray<OrderTerm> OrderOf(string? order, ExactView view)
    {
        var terms = (order ?? string.Empty).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(term => TermOf(term, view)).ToImmutableArray();
        var first = terms.IsEmpty && view.Kind == ExactViewKind.Sync ? [new OrderTerm(view.Find("Timestamp")!, false)] : terms;
        return [.. first.TakeWhile(term => !term.Field.Is("key")), first.FirstOrDefault(term => term.Field.Is("key")) ?? new OrderTerm(view.Entity.Table.Key, false)];
    }

    private static OrderTerm TermOf(string term, ExactView view)
    {
        var words = term.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new OrderTerm(
            view.Find(words[0]) ?? throw ExactRefusalException.Malformed($"No property '{words[0]}' exists in this type."),
            words is [_, "desc"]);
    }

    private static int? Number(string? text, string name) =>
        text is null ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw ExactRefusalException.Malformed($"Invalid value for {name}.");
}
