using System.Text.RegularExpressions;
using SesamTalk.Engine.Flows.Reading.Yaml;

namespace SesamTalk.Engine.Flows.Reading.Shape;

/// <summary>
/// A JSON Schema that says yes or no, straight to the nodes of a file. The validator that says where and why takes longer to get ready than
/// all else that a check of a few files does, and good files need no why: it is asked only about those that are not found good here.
/// </summary>
internal sealed class PlainShape
{
    /// <summary>Whether it asks for something that is not known here, so that nothing is good by it.</summary>
    public bool IsBeyond { get; set; }

    /// <summary>The types, by their names in schemas; any where there is none.</summary>
    public string[] Types { get; set; } = [];

    /// <summary>The values, as text; any where not said.</summary>
    public string[]? Values { get; set; }

    /// <summary>Of which one is to hold too; none where there is none.</summary>
    public PlainShape[] Alternatives { get; set; } = [];

    /// <summary>The keys that must be there.</summary>
    public string[] Required { get; set; } = [];

    /// <summary>The values of keys.</summary>
    public Dictionary<string, PlainShape> Properties { get; } = new(StringComparer.Ordinal);

    /// <summary>The values of keys of a form.</summary>
    public List<(Regex Names, PlainShape Shape)> Patterns { get; } = [];

    /// <summary>The values of all other keys; nothing where there may be none.</summary>
    public PlainShape? Others { get; set; } = Anything;

    /// <summary>The items of a list.</summary>
    public PlainShape? Items { get; set; }

    /// <summary>Whether no item may be there twice.</summary>
    public bool IsUnique { get; set; }

    /// <summary>How many keys there may be.</summary>
    public (int Least, int Most) Keys { get; set; } = (0, int.MaxValue);

    /// <summary>How many items there may be.</summary>
    public (int Least, int Most) Length { get; set; } = (0, int.MaxValue);

    /// <summary>How long a text is at least.</summary>
    public int LeastText { get; set; }

    /// <summary>The form of a text.</summary>
    public Regex? Form { get; set; }

    /// <summary>How great a number may be.</summary>
    public (decimal Least, decimal Most) Range { get; set; } = (decimal.MinValue, decimal.MaxValue);

    /// <summary>What everything is good by.</summary>
    public static PlainShape Anything { get; } = ByItself();

    /// <summary>Whether a node is surely good by it.</summary>
    public bool Holds(SourceNode node) =>
        !IsBeyond
        && (Types.Length == 0 || Types.Any(type => IsOf(node, type)))
        && (Alternatives.Length == 0 || Alternatives.Any(shape => shape.Holds(node)))
        && node switch
        {
            MappingNode mapping => Values is null && HoldsKeys(mapping),
            ListNode list => Values is null && HoldsItems(list),
            _ => HoldsValue((ScalarNode)node),
        };

    private static PlainShape ByItself()
    {
        var shape = new PlainShape();
        shape.Others = shape;
        return shape;
    }

    private static bool IsOf(SourceNode node, string type) => node switch
    {
        MappingNode => type == "object",
        ListNode => type == "array",
        ScalarNode { Kind: ScalarKind.Integer } => type is "integer" or "number",
        ScalarNode { Kind: ScalarKind.Number } => type == "number",
        ScalarNode { Kind: ScalarKind.Boolean } => type == "boolean",
        ScalarNode { Kind: ScalarKind.Null } => type == "null",
        _ => type == "string",
    };

    private bool HoldsKeys(MappingNode mapping) =>
        IsWithin(Keys, mapping.Entries.Length)
        && Array.TrueForAll(Required, key => mapping[key] is not null)
        && mapping.Entries.All(entry => ShapeOf(entry.Key.Text)?.Holds(entry.Value) ?? false);

    private PlainShape? ShapeOf(string key)
    {
        if (Properties.TryGetValue(key, out var shape))
        {
            return shape;
        }

        var pattern = Patterns.FindIndex(it => it.Names.IsMatch(key));
        return pattern < 0 ? Others : Patterns[pattern].Shape;
    }

    private bool HoldsItems(ListNode list) =>
        IsWithin(Length, list.Items.Length)
        && (!IsUnique || list.Items.All(item => item is ScalarNode) && list.Items.Select(item => ((ScalarNode)item).Text).Distinct(StringComparer.Ordinal).Count() == list.Items.Length)
        && (Items is null || list.Items.All(Items.Holds));

    private bool HoldsValue(ScalarNode scalar) =>
        (Values is null || Values.Contains(scalar.Text, StringComparer.Ordinal))
        && scalar.Kind switch
        {
            ScalarKind.Text => scalar.Text.Length >= LeastText && (Form?.IsMatch(scalar.Text) ?? true),
            ScalarKind.Integer or ScalarKind.Number => scalar.Number >= Range.Least && scalar.Number <= Range.Most,
            _ => true,
        };

    private static bool IsWithin((int Least, int Most) range, int count) => count >= range.Least && count <= range.Most;
}
