using SesamTalk.Connectors.Values;

namespace SesamTalk.Engine.Conversions;

/// <summary>Things that have several codes and a name, of which one spelling is turned into another.</summary>
/// <param name="thing">What they are: <c>country</c>.</param>
/// <param name="forms">The spellings, the usual one first.</param>
/// <param name="rows">The things, each with its spellings in that order.</param>
internal sealed class CodeList(string thing, string[] forms, Func<IEnumerable<string[]>> rows)
{
    private const string From = "from";
    private const string To = "to";

    private readonly Lazy<string[][]> _rows = new(() => [.. rows()]);

    /// <summary>Makes the conversion that a row asks for: the spellings are the usual one where not said.</summary>
    public ConversionStep Create(ConversionRequest request)
    {
        var to = request.Text ?? request[To] ?? forms[0];
        var from = request[From] ?? forms[0];
        return request.RefuseOthers(From, To)
            ?? (Array.IndexOf(forms, from) < 0 ? Unknown(from, From)
            : Array.IndexOf(forms, to) < 0 ? Unknown(to, To)
            : ConversionStep.TakesText(request) ? ConversionStep.Of(Table(from, to))
            : ConversionStep.Refused("it takes text"));
    }

    private ConversionStep Unknown(string form, string key) =>
        ConversionStep.Refused($"a {thing} is written as {string.Join(", ", forms[..^1])} or {forms[^1]}, not as '{form}'", key);

    private TableConversion Table(string from, string to)
    {
        var (source, target) = (Array.IndexOf(forms, from), Array.IndexOf(forms, to));
        var manner = new TableManner(StringComparer.OrdinalIgnoreCase, PassesOthers: false, Problem(from), Problem(to)) { Same = "spellings that differ only in case" };
        var unique = _rows.Value
            .DistinctBy(r => r[source], StringComparer.OrdinalIgnoreCase)
            .DistinctBy(r => r[target], StringComparer.OrdinalIgnoreCase)
            .Select(r => (Value.Text(r[source]), Value.Text(r[target])));
        return new TableConversion([.. unique], PropertyType.String, PropertyType.String, manner);
    }

    private string Problem(string form) => form == "name" ? $"is the English name of no {thing}" : $"is the {form} of no {thing}";
}
