using System.Collections.Immutable;

namespace SesamTalk.Engine.Diagnostics.Catalogue;

/// <summary>Layer 1: what can be wrong with a file as YAML.</summary>
internal static class YamlFaults
{
    private static readonly DiagnosticCode Syntax = new("ST0101", Severity.Error, "Not YAML");
    private static readonly DiagnosticCode TabIndent = new("ST0102", Severity.Error, "A tab in the indentation");
    private static readonly DiagnosticCode Duplicate = new("ST0103", Severity.Error, "The same key twice");
    private static readonly DiagnosticCode ByteOrderMark = new("ST0104", Severity.Error, "A byte-order mark");
    private static readonly DiagnosticCode Documents = new("ST0105", Severity.Error, "Several documents in one file");
    private static readonly DiagnosticCode Empty = new("ST0106", Severity.Error, "An empty file");
    private static readonly DiagnosticCode Anchored = new("ST0107", Severity.Error, "An anchor or alias");
    private static readonly DiagnosticCode Tagged = new("ST0108", Severity.Error, "A tag");
    private static readonly DiagnosticCode Merged = new("ST0109", Severity.Error, "A merge key");
    private static readonly DiagnosticCode Open = new("ST0110", Severity.Error, "A bracket or quote that is not closed");
    private static readonly DiagnosticCode NotUtf8 = new("ST0111", Severity.Error, "Not UTF-8");
    private static readonly DiagnosticCode OddKey = new("ST0112", Severity.Error, "A key that is no text");
    private static readonly DiagnosticCode Deep = new("ST0113", Severity.Error, "Too many levels");

    public static ImmutableArray<DiagnosticCode> Codes =>
        [Syntax, TabIndent, Duplicate, ByteOrderMark, Documents, Empty, Anchored, Tagged, Merged, Open, NotUtf8, OddKey, Deep];

    public static Diagnostic NotReadable(Place place) =>
        Syntax.At(place, "this cannot be read as YAML", "from here on", help: "a line is 'key: value', or '- ' and an item of a list, indented by blanks");

    public static Diagnostic SecondColon(Place place) =>
        Syntax.At(place, "a second colon in the same line", "this colon", "put quotes around a text that holds ': ', or begin a new line");

    public static Diagnostic NoBlankBehindColon(Place place) =>
        Syntax.At(place, "a colon needs a blank behind it", "put a blank here", "write 'key: value'");

    public static Diagnostic NoColon(Place place, string line) =>
        Syntax.At(place, $"a key needs a colon: '{line}' has none", help: "write 'key: value'");

    public static Diagnostic Indentation(Place place) =>
        Syntax.At(place, "this line is indented differently from its neighbours", "which key does this belong to?", "keys of the same level begin in the same column");

    public static Diagnostic ItemAmongKeys(Place place) =>
        Syntax.At(place, "an item of a list stands among keys", "a key was expected", "indent the list under the key that it belongs to");

    public static Diagnostic NoBlankBehindDash(Place place) =>
        Syntax.At(place, "a dash needs a blank behind it", "put a blank behind this", "write '- ' and the item");

    public static Diagnostic BehindQuote(Place place, char quote) =>
        Syntax.At(place, "nothing may follow the closing quote", "not expected here", $"put the whole text into quotes; {QuoteInside(quote)}");

    public static Diagnostic BehindBracket(Place place) =>
        Syntax.At(place, "nothing may follow the closing bracket", "not expected here", "begin a new line, or put the whole text into quotes");

    public static Diagnostic ListOnLineOfKey(Place place) =>
        Syntax.At(place, "a list cannot begin on the line of its key", "put this on the next line", "write '[a, b]', or each '- ' on a line of its own");

    public static Diagnostic NeedsQuotes(Place place, char sign) =>
        Syntax.At(place, $"a text cannot begin with '{sign}'", help: "put quotes around the text");

    public static Diagnostic UnknownEscape(Place place) =>
        Syntax.At(place, "a backslash in double quotes begins an escape, and this one does not exist", help: "double the backslash, or use single quotes");

    public static Diagnostic MissingComma(Place place, char closing) =>
        Syntax.At(place, $"a comma or '{closing}' was expected", "before this", "put a comma between items; a text that holds , [ ] { or } needs quotes inside brackets");

    public static Diagnostic NothingBetween(Place place) =>
        Syntax.At(place, "something is missing here", "an item was expected", "take the comma away, or write the item before it");

    public static Diagnostic Tab(Place place) =>
        TabIndent.At(place, "the line is indented with a tab", "a tab", "YAML is indented with blanks only; let the editor put blanks for tabs");

    public static Diagnostic DuplicateKey(Place place, string key, Place first) =>
        Duplicate.At(place, $"'{key}' is there twice", $"first in line {first.Line}", "keep one of the two") with
        {
            Related = [new RelatedPlace(first, $"the first '{key}'")],
        };

    public static Diagnostic StartsWithMark(Place place) =>
        ByteOrderMark.At(place, "the file begins with a byte-order mark", help: "save it as UTF-8 without BOM");

    public static Diagnostic SeveralDocuments(Place place) =>
        Documents.At(place, "a second document begins here", "'---' begins another document", "put it into a file of its own");

    public static Diagnostic NothingThere(Place place) =>
        Empty.At(place, "the file is empty", help: "it begins with 'version: 1'");

    public static Diagnostic Anchor(Place place) =>
        Anchored.At(place, "anchors and aliases are not part of the language", help: "write the value out where it is used");

    public static Diagnostic Tag(Place place, string tag) =>
        Tagged.At(place, $"tags such as '{tag}' are not part of the language", help: "quotes make a text; plain true, false and numbers are what they look like");

    public static Diagnostic MergeKey(Place place) =>
        Merged.At(place, "merge keys are not part of the language", help: "write the keys out where they are used");

    public static Diagnostic Unclosed(Place place, char closing) =>
        Open.At(place, $"the '{closing}' to this bracket is missing", "opened here", $"close it with '{closing}', or put quotes around a text that holds a bracket");

    public static Diagnostic UnclosedQuote(Place place, char quote) =>
        Open.At(place, "the closing quote is missing", "opened here", $"close the text with {quote}; {QuoteInside(quote)}");

    public static Diagnostic NoUtf8(Place place) =>
        NotUtf8.At(place, "the file is not text in UTF-8", "this is not a character", "save it as UTF-8");

    public static Diagnostic KeyIsNoText(Place place) =>
        OddKey.At(place, "a key must be a word", help: "write 'key: value'");

    public static Diagnostic TooDeep(Place place, int deepest) =>
        Deep.At(place, $"more than {deepest} levels inside each other", help: "no file of this kind is so deep; look for brackets that are not closed");

    private static string QuoteInside(char quote) =>
        quote == '"' ? "a double quote inside is written \\\"" : "an apostrophe inside single quotes is written twice";
}
