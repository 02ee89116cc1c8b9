using System.Collections.Frozen;

namespace SesamTalk.Engine.Proposing;

/// <summary>
/// What the names of business records have in common: words that stand for each other, and words that say little. Few, and only what
/// is usual in the field; names of one vendor do not belong here.
/// </summary>
internal static class Vocabulary
{
    // The first of each line stands for all of them.
    private const string Same = """
        number|no|nr|num|code|sku
        email|mail|e mail|email address
        phone|telephone|tel|phone number|telephone number|direct phone
        mobile|mobile phone|mobile number|cell|cell phone|cellphone
        website|web site|web page|webpage|website url|url|homepage|home page
        street|street address|address line 1|street name
        postcode|post code|postal code|zip|zip code
        city|town|postal area|postal place
        country|country code
        currency|currency code
        address|mail address|postal address|post address
        first|first name|given name|forename|given
        last|last name|family name|surname|family
        company id|org no|org nr|org number|organization number|organisation number|company number|chamber of commerce|chamber of commerce number
        tax id|vat no|vat nr|vat number|vat id|tax number
        ean|gtin|barcode|bar code
        note|remark|comment|memo
        description|text|desc
        quantity|qty
        price|unit price|net price|sales price
        cost|cost price|unit cost
        unit|unit of measure|uom|unit of measure code
        start|begin|starts at|starts on|start date|start at|starts|hired on|valid from
        end|ends at|ends on|end date|end at|ends|left on|valid until|due date
        active|is active|enabled|is enabled
        reference|ref
        position|line no|line nr|line number|sort order|sequence
        line|order line|sales order line|quotation line|quote line|invoice line
        customer|account|client|debtor
        product|item|article
        employee|staff
        """;

    // Near, and not the same.
    private const string Related = """
        name|title
        name|subject
        name|description
        number|reference
        customer|company
        quote|quotation
        """;

    private static readonly string[] Light = ["is", "at", "on", "of", "the", "id", "address", "date", "has"];

    private static readonly FrozenDictionary<string, string> Canonical = Lines(Same)
        .SelectMany(words => words.Select(word => KeyValuePair.Create(word, words[0].Replace(' ', '-'))))
        .ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<(string, string)> Near = Lines(Related)
        .SelectMany(words => new[] { (words[0], words[1]), (words[1], words[0]) })
        .ToFrozenSet();

    /// <summary>How many words a phrase has at most.</summary>
    public static int LongestPhrase { get; } = Canonical.Keys.Max(phrase => phrase.Count(c => c == ' ') + 1);

    /// <summary>The word that stands for a phrase; <see langword="null"/> where it stands for itself.</summary>
    public static string? Find(string phrase) => Canonical.GetValueOrDefault(phrase);

    /// <summary>Whether two words are near each other without being the same.</summary>
    public static bool AreRelated(string one, string other) => Near.Contains((one, other));

    /// <summary>Whether a word says little beside others.</summary>
    public static bool IsLight(string word) => Light.Contains(word);

    private static IEnumerable<string[]> Lines(string text) => text.Split('\n').Select(line => line.Trim().Split('|'));
}
