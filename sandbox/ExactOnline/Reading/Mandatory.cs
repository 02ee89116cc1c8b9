using SesamTalk.Sandbox.Http;

namespace SesamTalk.Sandbox.ExactOnline.Reading;

/// <summary>What a list has to be asked for: a choice of fields, and on some clients a filter.</summary>
internal static class Mandatory
{
    /// <summary>Refuses a list that was asked for with too little.</summary>
    /// <exception cref="ExactRefusalException">Something is missing.</exception>
    public static void Check(Request request, ListQuery query, ExactSettings settings)
    {
        var isSingle = query.View.Kind == ExactViewKind.Single;
        if ((!isSingle || settings.RequiresSelect) && string.IsNullOrWhiteSpace(request.Parameter("$select")) && query.Top != 1)
        {
            throw ExactRefusalException.Malformed("Please add a $select or a $top=1 statement to the query string.");
        }

        if (isSingle && settings.RequiresFilter && query.View.Entity.Sync is not null)
        {
            CheckFilter(query);
        }
    }

    private static void CheckFilter(ListQuery query)
    {
        var marked = query.View.Fields.Where(field => field.Is("filter")).Select(field => field.Name).ToArray();
        var allowed = marked.Length > 0 ? marked : [.. query.View.Fields.Select(field => field.Name)];
        if (query.Condition.Fields.IsEmpty)
        {
            throw ExactRefusalException.Malformed($"Filtering is mandatory for this endpoint. Allowed fields: {string.Join(", ", allowed)}.");
        }

        if (query.Condition.Fields.Except(allowed).FirstOrDefault() is { } other)
        {
            throw ExactRefusalException.Malformed($"Filtering on {other} is not supported for this endpoint.");
        }
    }
}
