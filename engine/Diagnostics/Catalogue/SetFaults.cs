using System.Collections.Immutable;

namespace SesamTalk.Engine.Diagnostics.Catalogue;

/// <summary>Layer 4: what can be wrong with the files of a workspace together.</summary>
internal static class SetFaults
{
    private static readonly DiagnosticCode Name = new("ST3001", Severity.Error, "Two flows of one name");
    private static readonly DiagnosticCode File = new("ST3002", Severity.Warning, "A flow that is not named like its file");
    private static readonly DiagnosticCode Pair = new("ST3003", Severity.Error, "Two flows between the same entities");
    private static readonly DiagnosticCode Alias = new("ST3004", Severity.Error, "Two systems of one name");
    private static readonly DiagnosticCode Section = new("ST3005", Severity.Warning, "A section of a document without its flow");
    private static readonly DiagnosticCode Form = new("ST3006", Severity.Warning, "Two files for one document");
    private static readonly DiagnosticCode Policies = new("ST2061", Severity.Error, "Conflict policies that contradict each other");
    private static readonly DiagnosticCode Circle = new("ST3010", Severity.Error, "Rows that do not settle round a circle");
    private static readonly DiagnosticCode Creates = new("ST3011", Severity.Note, "Flows that create in a circle");
    private static readonly DiagnosticCode Sink = new("ST3012", Severity.Note, "An entity that no flow reads back");

    private static readonly DiagnosticCode Twice = new("ST3013", Severity.Error, "Two sections of a document for one flow");

    public static ImmutableArray<DiagnosticCode> Codes => [Name, File, Pair, Alias, Section, Form, Policies, Circle, Creates, Sink, Twice];

    public static Diagnostic SameName(Place place, string name, Place first) =>
        Name.At(place, $"there are two flows '{name}'", help: "rename one of the files: a flow is named like its file") with
        {
            Related = [new RelatedPlace(first, "the first")],
        };

    public static Diagnostic NotNamedLikeFile(Place place, string stated, string file) =>
        File.At(place, $"the flow calls itself '{stated}', but its file calls it '{file}'", $"should be {file}", "rename one of the two; the file's name holds") with { SuggestedEdit = file };

    public static Diagnostic SamePair(Place place, string source, string target, string other, Place first) =>
        Pair.At(place, $"the flow '{other}' already stands between {source} and {target}", help: "put the rows of both into one flow: it runs both ways") with
        {
            Related = [new RelatedPlace(first, $"the flow '{other}'")],
        };

    public static Diagnostic DoesNotSettle(Place place, string circle, string course, ImmutableArray<RelatedPlace> others) =>
        Circle.At(place, $"does not settle: round the circle {circle} a value is changed for ever: {course}", help: "the conversions round a circle must cancel out: take one away, or give one of the rows another direction") with
        {
            Related = others,
        };

    public static Diagnostic CreatesInCircle(Place place, string circle, IEnumerable<RelatedPlace> others) =>
        Creates.At(place, $"creates in a circle: {circle}: a record of any of these entities gets one in all the others", help: "where that is not meant, say 'create: never' in one of the flows") with
        {
            Related = [.. others],
        };

    public static Diagnostic NeverReadBack(Place place, string entity, string from) =>
        Sink.At(place, $"rows only write into {entity}, and none reads from it: what is edited there goes nowhere", help: $"where edits should arrive in {from}, let a row run both ways");

    public static Diagnostic SameAlias(Place place, string name, string other, Place first) =>
        Alias.At(place, $"'{name}' already stands for the system {other}", help: "names of systems must be unique, whatever their case") with
        {
            Related = [new RelatedPlace(first, "the first")],
        };

    public static Diagnostic NoFlowOfSection(Place place, string flow, IEnumerable<string> flows)
    {
        var nearest = NearestName.Find(flow, flows);
        return Section.At(place, $"there is no flow '{flow}', so 'docs' leaves this section out", NearestName.Question(nearest), "name the flow as it is called now, or take the section out") with { SuggestedEdit = nearest };
    }

    public static Diagnostic FlowOfOtherDocument(Place place, string flow, string document, Place flowPlace) =>
        Section.At(place, $"the flow '{flow}' belongs to the document '{document}', so 'docs' leaves this section out", help: "say the title of this document in the flow under 'document', or take the section out") with
        {
            Related = [new RelatedPlace(flowPlace, $"the flow '{flow}'")],
        };

    public static Diagnostic SameFlow(Place place, string flow, Place first) =>
        Twice.At(place, $"another section tells already how the flow '{flow}' is put", help: "take one of the two sections away, or name the flow that this one is about") with
        {
            Related = [new RelatedPlace(first, "the first")],
        };

    public static Diagnostic SameDocument(Place place, string document, Place first) =>
        Form.At(place, $"another file tells already how the document '{document}' is put, so 'docs' does not look at this one", help: "take one of the two files away") with
        {
            Related = [new RelatedPlace(first, "the first")],
        };

    public static Diagnostic ContradictingPolicies(Place place, string property, IReadOnlyList<string> systems, IEnumerable<Place> others) =>
        Policies.At(place, $"the conflict policies of the rows that share '{property}' contradict each other round {string.Join(", ", systems)}", help: "prefer the systems in one order everywhere, or say 'conflict: latest'") with
        {
            Related = [.. others.Select(other => new RelatedPlace(other, "a policy of the same circle"))],
        };
}
