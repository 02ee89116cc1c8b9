using System.Collections.Immutable;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Yaml;

namespace SesamTalk.Engine.Flows.Reading.Drafts;

/// <summary>Makes a draft of a flow file whose shape was accepted.</summary>
internal static class FlowDraftReader
{
    /// <summary>The draft; the faults tell what the schema cannot say of it.</summary>
    public static FlowDraft Read(string name, MappingNode root, ICollection<Diagnostic> faults)
    {
        var source = Side(root.Mapping("source")!);
        return new FlowDraft(name, source.Entity.Place, source, Side(root.Mapping("target")!))
        {
            StatedName = root.Text("flow"),
            Document = root.Text("document")?.Value,
            Description = root.Text("description")?.Value,
            Tags = [.. root.Texts("tags").Select(t => t.Value)],
            Create = Create(root, source),
            StatesCreate = root["create"] is not null,
            Match = [.. root.Items("match").OfType<MappingNode>().Select(m => MatchRule(m, faults))],
            AcceptsDuplicates = root.IsTrue("accept_duplicates"),
            CreateWhen = root.Mapping("create")?.Mapping("when") is { } when ? ConditionDraftReader.Read(when) : null,
            CreateOnReference = root.Mapping("create")?.Texts("on_reference") ?? [],
            Delete = Delete(root),
            DeletePlace = root["delete"]?.Place ?? source.Entity.Place,
            Archive = Archive(root.Mapping("delete")?.Mapping("archive")),
            Conflict = Conflict(root, "conflict"),
            Limits = LimitsReader.Read(root.Mapping("limits")),
            Rows = [.. RowNodes(root).Select(r => Row(r, faults))],
        };
    }

    private static IEnumerable<MappingNode> RowNodes(MappingNode root) => root.Items("properties").OfType<MappingNode>();

    private static SideDraft Side(MappingNode side) => new(side.MandatoryText("system"), side.MandatoryText("entity"));

    private static Located<CreatePolicy> Create(MappingNode root, SideDraft source) => root.Text("create") is { } create
        ? new(Words.Create(create.Value), create.Place)
        : new(CreatePolicy.Source, root["create"]?.Place ?? source.Entity.Place);

    private static DeleteKind Delete(MappingNode root) => root["delete"] switch
    {
        MappingNode => DeleteKind.Archive,
        ScalarNode { Text: "propagate" } => DeleteKind.Propagate,
        _ => DeleteKind.Keep,
    };

    private static ImmutableArray<ArchivedValueDraft> Archive(MappingNode? archive) =>
    [
        .. from side in archive?.Entries ?? []
           from value in (side.Value as MappingNode)?.Entries ?? []
           where value.Value is ScalarNode
           select new ArchivedValueDraft(side.Key.Text == "target", NodeReading.Path(value.Key), NodeReading.Located((ScalarNode)value.Value)),
    ];

    private static Located<ConflictPolicy>? Conflict(MappingNode node, string key) =>
        node.Text(key) is { } policy ? new Located<ConflictPolicy>(Words.Conflict(policy.Value), policy.Place) : null;

    private static ElementsDraft? Each(MappingNode row, ICollection<Diagnostic> faults)
    {
        if (row["each"] is null && row["properties"] is { } properties)
        {
            faults.Add(ShapeFaults.MissingKey(properties.Place, "a row with 'properties'", "each", "{ key: { SOURCE: TARGET } }"));
        }

        return row.Mapping("each")?.Mapping("key") is { } key
            ? new ElementsDraft(Pairs(key), [.. RowNodes(row).Select(r => Row(r, faults))]) { Place = row.KeyPlace("each") }
            : null;
    }

    private static ImmutableArray<MatchPairDraft> Pairs(MappingNode? pairs) =>
        [.. (pairs?.Entries ?? []).Select(p => new MatchPairDraft(NodeReading.Path(p.Key), NodeReading.Path((ScalarNode)p.Value)))];

    private static MatchRuleDraft MatchRule(MappingNode rule, ICollection<Diagnostic> faults)
    {
        var isLong = rule["pairs"] is not null || rule["except"] is not null;
        if (isLong)
        {
            CheckLongForm(rule, faults);
        }

        return new MatchRuleDraft(
            Pairs(isLong ? rule.Mapping("pairs") : rule),
            [.. rule.Texts("except").Select(t => t.Value)],
            rule.Place);
    }

    private static void CheckLongForm(MappingNode rule, ICollection<Diagnostic> faults)
    {
        if (rule["pairs"] is null)
        {
            faults.Add(ShapeFaults.MissingKey(rule.Place, "a match rule with 'except'", "pairs", "{ SOURCE: TARGET }"));
        }

        foreach (var entry in rule.Entries.Where(e => e.Key.Text is not ("pairs" or "except")))
        {
            faults.Add(ShapeFaults.UnknownKey(entry.Key.Place, entry.Key.Text, ["pairs", "except"]));
        }
    }

    private static RowDraft Row(MappingNode row, ICollection<Diagnostic> faults) => new(row.MandatoryPath("source"), row.MandatoryPath("target"), row.Place)
    {
        Type = row.Text("type") is { } type ? new Located<PropertyType>(Words.Type(type.Value), type.Place) : null,
        Of = row.Mapping("of") is { } of ? new OfDraft(of.MandatoryText("source"), of.MandatoryText("target"), of.Place) : null,
        Conversions = Conversions(row["convert"]),
        ConversionText = row["convert"] is { } convert ? NodeReading.OnOneLine(convert) : string.Empty,
        Direction = row.Text("direction") is { } direction
            ? new Located<Direction>(Words.Direction(direction.Value), direction.Place)
            : null,
        Sensitive = row.IsTrue("sensitive"),
        Conflict = Conflict(row, "conflict"),
        OnLink = Conflict(row, "on_link"),
        Enforce = row.IsTrue("enforce"),
        When = row.Mapping("when") is { } when ? ConditionDraftReader.Read(when) : null,
        Each = Each(row, faults),
        Note = row.Text("note")?.Value,
    };

    private static ImmutableArray<ConversionDraft> Conversions(SourceNode? convert) => convert switch
    {
        null => [],
        ListNode list => [.. list.Items.Select(Conversion)],
        _ => [Conversion(convert)],
    };

    private static ConversionDraft Conversion(SourceNode node) => node is MappingNode mapping
        ? new ConversionDraft(NodeReading.Located(mapping.Entries[0].Key), mapping.Entries[0].Value)
        : new ConversionDraft(NodeReading.Located((ScalarNode)node), null);
}
