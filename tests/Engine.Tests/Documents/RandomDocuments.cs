using System.Collections.Immutable;
using SesamTalk.Engine.Documents;

namespace SesamTalk.Engine.Tests.Documents;

/// <summary>Makes documents at random, over the whole grammar; a seed makes the same document always.</summary>
/// <param name="seed">The seed.</param>
/// <param name="most">The greatest number of sections.</param>
internal sealed class RandomDocuments(int seed, int most = 100)
{
    private static readonly string[] Systems = ["Blue Desk", "Havn", "Havn Ledger", "Shop.com", "ShopGO", "\u00d8st Data", "Custom"];
    private static readonly string[] Entities = ["Customer", "Salesorders", "Customers company", "Quote", "Order-lines", "Route A to B", "Status"];
    private static readonly string[] Names = ["id", "name", "$ref", "_etag", "customerId", "ps:P297", "phone_numbers", "Value", "", "e-mail", "Type"];
    private static readonly string[] Values = ["", "NO", "NOR", "SE", "wd:Q17517", "system-datatype", "two words"];
    private static readonly string[] Words = ["When it is sold for 100%", "Every now and then", "not yet, until it is sorted out. For now", "only \"agents\""];
    private static readonly string[] Types =
    [
        "\"string\"", "\"integer\"", "\"float\"", "\"decimal\"", "\"boolean\"", "\"list\"", "\"first\"", "N/A", "\"string\"\t",
        "\"replace\", \"-\", \"\", \"string\"]", "\"replace\",\" \",\"\",\"string\",\"_.\"]]", "\"string\" ",
        "\"integer\", \"decimal\"]", "\"datetime-format\",\"%Y-%m-%d\",\"_.\"]", "\"replace\",\" \",\"\", \"string\"]",
        "\"if-null\", \"integer\", \"string\"], \"decimal\"]", "\"if\", \"eq\", \"_.\", \"X\"], \"integer\", \"string\"]",
    ];

    private readonly Random _random = new(seed);

    public DataFlowDocument Document()
    {
        string source = Pick(Systems);
        string target = Chance(8) ? "" : Chance(8) ? source : Pick(Systems);
        DateTime generated = new DateTime(2023, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddSeconds(_random.Next(100_000_000));
        int sections = _random.Next(10) switch { 0 => 0, 9 => most, _ => _random.Next(1, Math.Min(12, most)) };
        return new DataFlowDocument(source, target, generated, [.. Many(sections, () => Section(source, target))]);
    }

    public DocumentStyle Style() => new(
        Chance(4) ? "\r\n" : "\n",
        Chance(4) ? "Introduction." : "Introduction",
        Pick(["     - ", "     - ", "", "- "]),
        Chance(4));

    private DocumentSection Section(string source, string target)
    {
        string first = $"{source} {Pick(Entities)}";
        string system = target.Length > 0 && Chance(4) ? Pick(Systems) : target;
        string second = Chance(8) && source == target ? first : $"{system} {Pick(Entities)}";
        OpeningKind kind = Pick([OpeningKind.Every, OpeningKind.Before, OpeningKind.InWords]);
        return new DocumentSection(first, second, new Opening(kind, kind == OpeningKind.InWords ? Pick(Words) : null))
        {
            TargetSystem = second == first ? source : system,
            MergesExisting = kind != OpeningKind.Before && Chance(2),
            Connection = kind == OpeningKind.Before && Chance(2) ? Connected(source, target) : null,
            Merge = Chance(2) ? [.. Many(_random.Next(4), () => new MergeRow(Cell(true), Cell(true), 0))] : null,
            Properties = [.. Many(Chance(4) ? 0 : _random.Next(20), () => new PropertyRow(Cell(false), Cell(false), Pick(Types), 0))],
        };
    }

    private Connection Connected(string source, string target)
    {
        // A word that holds ", " would be two words in this sentence; none here does.
        string[] words = [.. Many(_random.Next(1, 9), () => Pick(Entities))];
        words[0] = $"{source} {words[0]}";
        return new Connection([.. words], target);
    }

    private PathCell Cell(bool mayBeBlank)
    {
        string path = mayBeBlank && Chance(6) ? "" : string.Join('.', Many(_random.Next(1, 6), () => Pick(Names)));
        if (path.Length == 0 && !mayBeBlank)
            path = "id";
        ImmutableArray<Clause> clauses = path.Length > 0 && Chance(4) ? [.. Many(_random.Next(1, 12), () => Condition(path))] : [];
        string raw = DataFlowDocumentWriter.Cell(path, clauses) + (path.Length > 0 ? Pick(["", "", "", "", "\t", " "]) : "");
        // A path that is blank is often printed as a blank.
        return new PathCell(Chance(2) ? raw.Replace(" in )", " in  )", StringComparison.Ordinal) : raw, path, clauses);
    }

    private Clause Condition(string path) => new(Pick(Values), Chance(5) ? "" : Chance(3) ? path : "country.code");

    private bool Chance(int oneOf) => _random.Next(oneOf) == 0;

    private T Pick<T>(ReadOnlySpan<T> from) => from[_random.Next(from.Length)];

    private static IEnumerable<T> Many<T>(int count, Func<T> make) => Enumerable.Range(0, count).Select(_ => make());
}
