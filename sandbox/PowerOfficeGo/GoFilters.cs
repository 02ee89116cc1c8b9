using System.Collections.Immutable;
using System.Globalization;
using SesamTalk.Sandbox.Http;

namespace SesamTalk.Sandbox.PowerOfficeGo;

/// <summary>Reads the filters of a list.</summary>
internal static class GoFilters
{
    private static readonly string[] OfEveryList = ["PageNumber", "PageSize", "Fields", "OrderBy"];

    /// <summary>The condition over the row <c>t</c>, and its values.</summary>
    /// <exception cref="GoRefusalException">A filter is malformed.</exception>
    public static (string Sql, ImmutableArray<object?> Parameters) Of(Request request, GoResource resource)
    {
        var known = resource.Filters.Select(filter => filter.Parameter).Concat(OfEveryList);
        if (request.Query.Keys.Except(known, StringComparer.OrdinalIgnoreCase).FirstOrDefault() is { } unknown)
        {
            throw GoRefusalException.Invalid(resource, $"The parameter '{unknown}' is not served.");
        }

        var conditions = new List<string> { "1" };
        var parameters = ImmutableArray.CreateBuilder<object?>();
        foreach (var (parameter, comparison, column) in resource.Filters)
        {
            if (request.Parameter(parameter) is { } text)
            {
                conditions.Add(Condition(resource, parameter, comparison, resource.Table.Find(column)!.Sql(), text, parameters));
            }
        }

        return (string.Join(" AND ", conditions), parameters.ToImmutable());
    }

    private static string Condition(GoResource resource, string parameter, GoComparison comparison, string sql, string text, ImmutableArray<object?>.Builder parameters)
    {
        switch (comparison)
        {
            case GoComparison.Later:
                parameters.Add(GoTime.Ordering(text) ?? throw GoRefusalException.Invalid(resource, $"'{text}' is no date and time for {parameter}."));
                return $"{GoTime.Ordered(sql)} > ?";
            case GoComparison.Truth:
                parameters.Add(bool.TryParse(text, out var truth) ? truth : throw GoRefusalException.Invalid(resource, $"'{text}' is neither true nor false for {parameter}."));
                return $"coalesce({sql}, 0) = ?";
            case GoComparison.Texts:
                var texts = text.Split(',', StringSplitOptions.TrimEntries);
                parameters.AddRange(texts.Select(one => one == "-1" ? (object?)null : one));
                return $"({string.Join(" OR ", texts.Select(_ => $"{sql} IS ?"))})";
            default:
                return $"({string.Join(" OR ", text.Split(',', StringSplitOptions.TrimEntries).Select(range => Range(resource, parameter, sql, range, parameters)))})";
        }
    }

    private static string Range(GoResource resource, string parameter, string sql, string range, ImmutableArray<object?>.Builder parameters)
    {
        var ends = range.Split('-', 2);
        foreach (var end in new[] { ends[0], ends[^1] })
        {
            parameters.Add(long.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw GoRefusalException.Invalid(resource, $"'{range}' is no number or range for {parameter}."));
        }

        return $"{sql} BETWEEN ? AND ?";
    }
}
