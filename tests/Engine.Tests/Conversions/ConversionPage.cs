using System.Globalization;
using System.Text;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Conversions;

namespace SesamTalk.Engine.Tests.Conversions;

/// <summary>The reference page of the conversions, made from the catalogue.</summary>
internal static class ConversionPage
{
    private const string Introduction = """
        # Conversions

        A row of a property table converts values by what stands under `convert`: one conversion, or a list of them, from source to target.

        ```yaml fragment
        - { source: name,  target: Name,      convert: trim }
        - { source: since, target: StartDate, convert: { date: dd.MM.yyyy } }
        - { source: phone, target: Phone,     convert: [{ remove: "tel " }, { phone: NO }], direction: both }
        ```

        Each runs both ways, unless it says otherwise, and keeps two laws for all values that it takes:

        - what was not edited comes back as it was: an unedited target never changes its source, whatever the conversion drops;
        - what was edited is what comes of it: the source that an edit of the target gives is converted to that target again.

        *Lossless* says more: the target alone tells the source. *Lossy* says that an edit of the target puts something into the source that may say less than what stood
        there, and the page tells what. *One way* says that there is no way back: the row must say `direction: to_target`. Two values count as the same where they differ only
        in outer blanks or in how their characters are put together (NFC), and where a conversion says so below. The empty value stays empty unless a conversion says otherwise.

        A value that a conversion cannot take is never passed on and never dropped: the row is set aside with a message such as *'abc' is no date of the form dd.MM.yyyy*, and
        tried again when the value changes.

        `validate` composes the laws along each row, and round each circle of rows; see [ST2042](../errors/ST2042.md), [ST2043](../errors/ST2043.md) and
        [ST3010](../errors/ST3010.md).

        """;

    public static string Text()
    {
        var page = new StringBuilder(Introduction).Append('\n');
        foreach (var kind in ConversionCatalogue.Kinds)
        {
            page.Append(CultureInfo.InvariantCulture, $"## {kind.Name}\n\n{char.ToUpperInvariant(kind.Meaning[0])}{kind.Meaning[1..]}.\n\nWritten `{kind.Usage.Replace("convert: ", string.Empty, StringComparison.Ordinal).Replace(", {", "`, `{", StringComparison.Ordinal).Replace(" or {", "` or `{", StringComparison.Ordinal)}`.\n\n");
            page.Append("| convert | source | target | law | holds for the same |\n|---|---|---|---|---|\n");
            foreach (var example in kind.Examples)
            {
                Append(page, example);
            }

            page.Append('\n');
        }

        return page.ToString().TrimEnd('\n') + "\n";
    }

    private static void Append(StringBuilder page, ConversionExample example)
    {
        var conversion = Written.Make(example);
        var (input, output) = (Word(example.Input), Word(example.Wanted));
        var samples = conversion.Samples.Take(2).Select(s => (Source: Cell(s), Target: Cell(conversion.Get(s).Value))).ToList();
        var law = conversion.Law.Kind switch
        {
            LawKind.Lossless => "lossless",
            LawKind.OneWay => "one way",
            _ => $"lossy to {conversion.Law.WayBack}",
        };
        page.Append(CultureInfo.InvariantCulture, $"| `{example.Written.Replace("|", "\\|", StringComparison.Ordinal)}` | {input}: {string.Join(", ", samples.Select(s => s.Source))} | {output}: {string.Join(", ", samples.Select(s => s.Target))} | {law} | {conversion.Law.Same} |\n");
    }

    private static string Word(PropertyType type) => type.ToString().ToLowerInvariant();

    private static string Cell(Value value) => value.IsNone ? "nothing" : $"`{value.ToString().Replace("\n", "⏎", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal)}`";
}
