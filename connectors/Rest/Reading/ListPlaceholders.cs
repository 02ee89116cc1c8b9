using System.Globalization;
using SesamTalk.Connectors.Rest.Forms;
using SesamTalk.Connectors.Rest.Json;
using SesamTalk.Connectors.Rest.Templates;

namespace SesamTalk.Connectors.Rest.Reading;

/// <summary>What placeholders stand for in every request for a list or a record.</summary>
internal static class ListPlaceholders
{
    /// <summary>The placeholders of a list.</summary>
    public static Func<string, string?> Of(ListForm list, RowPlan plan, Func<string, string?> others) =>
        Of(plan, others).With(("size", list.Paging.Size?.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The placeholders of any request: the properties that are wanted.</summary>
    public static Func<string, string?> Of(RowPlan plan, Func<string, string?> others) =>
        others.With(("fields", string.Join(',', plan.Fields)), ("expand", string.Join(',', plan.Expanded)));
}
