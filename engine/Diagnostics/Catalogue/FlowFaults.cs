using System.Collections.Immutable;

namespace SesamTalk.Engine.Diagnostics.Catalogue;

/// <summary>Layer 3: what can be wrong with the sides of a flow, and with what it creates.</summary>
internal static class FlowFaults
{
    private static readonly DiagnosticCode System = new("ST2001", Severity.Error, "An unknown system");
    private static readonly DiagnosticCode Entity = new("ST2004", Severity.Error, "An unknown entity");
    private static readonly DiagnosticCode ReadOnly = new("ST2013", Severity.Error, "Rows into an entity that is only read");
    private static readonly DiagnosticCode Fixed = new("ST2014", Severity.Warning, "Rows into an entity that cannot be changed");
    private static readonly DiagnosticCode Create = new("ST2020", Severity.Error, "A create that the system does not allow");
    private static readonly DiagnosticCode Mandatory = new("ST2021", Severity.Error, "A mandatory property that nothing supplies");
    private static readonly DiagnosticCode Doubles = new("ST2022", Severity.Warning, "A create without match rules");
    private static readonly DiagnosticCode Twice = new("ST2023", Severity.Warning, "A create that cannot be found again");
    private static readonly DiagnosticCode Idle = new("ST2024", Severity.Note, "A flow that neither creates nor matches");
    private static readonly DiagnosticCode DeleteNowhere = new("ST2025", Severity.Error, "Deletes that no system allows");
    private static readonly DiagnosticCode DeleteOneWay = new("ST2026", Severity.Warning, "Deletes that go one way only");
    private static readonly DiagnosticCode ArchiveUnwritable = new("ST2027", Severity.Error, "An archived value that cannot be written");
    private static readonly DiagnosticCode ArchiveMisfit = new("ST2028", Severity.Error, "An archived value of the wrong type");
    private static readonly DiagnosticCode Table = new("ST2051", Severity.Note, "An empty property table");
    private static readonly DiagnosticCode Match = new("ST2052", Severity.Warning, "A match rule that never holds");
    private static readonly DiagnosticCode Unfilled = new("ST2054", Severity.Warning, "A match rule on a property that is never filled");
    private static readonly DiagnosticCode Open = new("ST2060", Severity.Error, "A condition that is still to be written");
    private static readonly DiagnosticCode Referrer = new("ST2062", Severity.Error, "Created on reference, but nothing refers");
    private static readonly DiagnosticCode Condition = new("ST2064", Severity.Error, "A create condition on the target");
    private static readonly DiagnosticCode Reserved = new("ST2090", Severity.Error, "A part of the language that this version does not run");

    public static ImmutableArray<DiagnosticCode> Codes =>
        [
            System, Entity, ReadOnly, Fixed, Create, Mandatory, Doubles, Twice, Idle, DeleteNowhere, DeleteOneWay, ArchiveUnwritable, ArchiveMisfit,
            Table, Match, Unfilled, Open, Referrer, Condition, Reserved,
        ];

    public static Diagnostic UnknownSystem(Place place, string name, IReadOnlyList<string> legal)
    {
        var nearest = NearestName.Find(name, legal);
        return System.At(place, $"'{name}' is not a system of the workspace", NearestName.Question(nearest), $"systems: {NameList.Of(legal)}") with { SuggestedEdit = nearest };
    }

    public static Diagnostic UnknownEntity(Place place, string name, string system, IReadOnlyList<string> legal)
    {
        var nearest = NearestName.Find(name, legal);
        return Entity.At(place, $"'{name}' is not an entity of {system}", NearestName.Question(nearest), $"entities: {NameList.Of(legal)}") with { SuggestedEdit = nearest };
    }

    public static Diagnostic OnlyRead(Place place, string entity, string system, string away, IEnumerable<Place> rows)
    {
        var places = rows.ToList();
        var what = places.Count == 1 ? "a row writes to it" : $"{places.Count} rows write to it";
        return ReadOnly.At(place, $"{entity} of {system} is only read, but {what}", help: $"give these rows 'direction: {away}'") with
        {
            Related = [.. places.Select(p => new RelatedPlace(p, "a row that writes to it"))],
        };
    }

    public static Diagnostic NotChanged(Place place, string entity, string system, string away) =>
        Fixed.At(place, $"{entity} of {system} can be created but not changed: edits on the other side will not arrive", help: $"give the rows 'direction: {away}', or accept it");

    public static Diagnostic CannotCreate(Place place, string entity, string system, string create, bool hasMatch) =>
        Create.At(place, $"{entity} of {system} cannot be created, though this flow creates them ({create})", help: hasMatch
            ? "say 'create: never': the match rules then link what is there on both sides"
            : "say 'create: never', and give match rules that link what is there on both sides");

    public static Diagnostic NothingSupplies(Place place, string entity, string system, IReadOnlyList<string> properties)
    {
        var (label, them) = properties.Count == 1 ? ("it", "a row into it") : ("them", "rows into them");
        return Mandatory.At(place, $"{entity} of {system} cannot be created without {string.Join(", ", properties)}, and no row supplies {label}", help: $"add {them}, or say 'create: never'");
    }

    public static Diagnostic MayDouble(Place place) =>
        Doubles.At(place, "the flow creates without match rules: records that are there on both sides would be doubled", help: "give a match rule, or say 'accept_duplicates: true'");

    public static Diagnostic NotFoundAgain(Place place, string entity, string system) =>
        Twice.At(place, $"a create of {entity} of {system} that is interrupted cannot be found again, and waits for a person", help: "describe a natural key or an external reference of the entity, if it has one");

    public static Diagnostic LinksNothing(Place place) =>
        Idle.At(place, "the flow neither creates nor matches: it links only what other flows have linked", help: "give a match rule if it should find counterparts itself");

    public static Diagnostic CannotDelete(Place place, string source, string target) =>
        DeleteNowhere.At(place, $"records of {source} and of {target} cannot be deleted, so no delete can be passed on", help: "say 'delete: keep', or archive with values to write");

    public static Diagnostic DeletesOneWay(Place place, string kept, string other) =>
        DeleteOneWay.At(place, $"records of {kept} cannot be deleted: deletes in {other} will end links, and leave their counterparts as they are", help: "accept it, or archive with values to write");

    public static Diagnostic NotArchivable(Place place, string property, string end, string why) =>
        ArchiveUnwritable.At(place, $"'{property}' of {end} {why}, so an archived record cannot be given a value there", help: "name a property that can be changed");

    public static Diagnostic ArchivedMisfit(Place place, string value, string property, string type) =>
        ArchiveMisfit.At(place, $"'{value}' is no {type}, which '{property}' needs", help: $"write a {type}, or name another property");

    public static Diagnostic NoRows(Place place) =>
        Table.At(place, "the flow has no rows: it keeps links only, and no properties", help: "add rows under 'properties' if values should follow");

    public static Diagnostic NeverEqual(Place place, string source, string sourceType, string target, string targetType) =>
        Match.At(place, $"'{source}' is {sourceType} and '{target}' is {targetType}: they are never equal", help: "match properties of one type");

    public static Diagnostic NeverFilled(Place place, string path, string end) =>
        Unfilled.At(place, $"no row fills '{path}' of {end}, by which this flow finds records there: those that it creates would not be found again", help: "add a row that fills it, or match by a property that is filled");

    public static Diagnostic OpenCondition(Place place) =>
        Open.At(place, "the condition is still to be written: as it stands it never holds", help: "write 'when: { source: { PROPERTY: VALUE } }', or take it away");

    public static Diagnostic NothingRefers(Place place, string referrer, string entity, string system) =>
        Referrer.At(place, $"no flow from {referrer} into {system} has a reference to {entity}, so nothing would ever be created", help: $"add a row of type reference to {entity} to the flow of {referrer}, or name an entity that has one");

    public static Diagnostic CreateAsksTarget(Place place) =>
        Condition.At(place, "a create condition asks the source: of a record that is still to be created there is nothing to ask", help: "write it under 'source'");

    public static Diagnostic NotRunYet(Place place, string feature) =>
        Reserved.At(place, $"{feature} is part of the language, but this version of sesamtalk does not run it yet", help: "take it away for now");
}
