using System.Collections.Immutable;

namespace SesamTalk.Engine.Diagnostics.Catalogue;

/// <summary>Layer 3: what can be wrong with the rows of a flow.</summary>
internal static class RowFaults
{
    private static readonly DiagnosticCode Property = new("ST2005", Severity.Error, "An unknown property");
    private static readonly DiagnosticCode Type = new("ST2006", Severity.Error, "A type that does not fit the entity's");
    private static readonly DiagnosticCode Types = new("ST2007", Severity.Error, "Two types without a conversion");
    private static readonly DiagnosticCode Of = new("ST2008", Severity.Error, "A reference without what it refers to");
    private static readonly DiagnosticCode Deprecated = new("ST2009", Severity.Warning, "A deprecated property");
    private static readonly DiagnosticCode Direction = new("ST2010", Severity.Error, "A row into a read-only property without a direction");
    private static readonly DiagnosticCode Against = new("ST2011", Severity.Error, "A direction into a read-only property");
    private static readonly DiagnosticCode Neither = new("ST2012", Severity.Error, "A row that can run neither way");
    private static readonly DiagnosticCode Once = new("ST2015", Severity.Note, "A row into a property that is written on create only");
    private static readonly DiagnosticCode Long = new("ST2016", Severity.Warning, "Text that is longer than a system allows");
    private static readonly DiagnosticCode Unlinked = new("ST2030", Severity.Error, "A reference to entities that no flow links");
    private static readonly DiagnosticCode Elsewhere = new("ST2031", Severity.Error, "A reference to another entity than described");
    private static readonly DiagnosticCode Copied = new("ST2032", Severity.Warning, "A foreign key that is copied");
    private static readonly DiagnosticCode Conversion = new("ST2040", Severity.Error, "An unknown conversion");
    private static readonly DiagnosticCode Misfit = new("ST2041", Severity.Error, "A conversion that does not fit");
    private static readonly DiagnosticCode OneWay = new("ST2042", Severity.Error, "A one-way conversion without a direction");
    private static readonly DiagnosticCode Lossy = new("ST2043", Severity.Note, "A row that loses something on the way back");
    private static readonly DiagnosticCode Double = new("ST2050", Severity.Error, "A row that never counts");
    private static readonly DiagnosticCode Overlap = new("ST2053", Severity.Warning, "Rows whose conditions overlap");
    private static readonly DiagnosticCode Enforce = new("ST2063", Severity.Error, "An enforced row without a direction");

    public static ImmutableArray<DiagnosticCode> Codes =>
        [Property, Type, Types, Of, Deprecated, Direction, Against, Neither, Once, Long, Unlinked, Elsewhere, Copied, Conversion, Misfit, OneWay, Lossy, Double, Overlap, Enforce];

    public static Diagnostic UnknownProperty(Place place, string path, string side, IReadOnlyList<string> legal)
    {
        var nearest = NearestName.Find(path, legal);
        return Property.At(place, $"'{path}' is not a property of {side}", NearestName.Question(nearest), $"properties: {NameList.Of(legal)}") with { SuggestedEdit = nearest };
    }

    public static Diagnostic TypeDiffers(Place place, string path, string side, string described, string written) =>
        Type.At(place, $"'{path}' of {side} is {described}, not {written}", $"should be {described}", "the type of a row is that of its target property; it may be left out") with { SuggestedEdit = described };

    public static Diagnostic KeyExpected(Place place, string path, string side, string described) =>
        Type.At(place, $"'{path}' of {side} is {described} and cannot hold a reference", help: "a reference is held by text or a whole number");

    public static Diagnostic NeedsConversion(Place place, string source, string target, string? cure) =>
        Types.At(place, $"{source}, but {target}, and nothing converts between them", help: cure ?? "name a conversion under 'convert', or map another property");

    public static Diagnostic ConvertsToOther(Place place, string output, string target) =>
        Types.At(place, $"the conversions give {output}, but {target}", help: "the last conversion must give the type of the target property");

    public static Diagnostic WithoutOf(Place place) =>
        Of.At(place, "a reference must say what it refers to", help: "write 'of: { source: ENTITY, target: ENTITY }'");

    public static Diagnostic OfWithoutReference(Place place, string type) =>
        Of.At(place, $"'of' belongs to a reference, but the row is of type {type}", help: "say 'type: reference', or take 'of' away");

    public static Diagnostic DeprecatedProperty(Place place, string path, string side, string instead, string? successor) =>
        Deprecated.At(place, $"'{path}' of {side} is deprecated: its system is giving it up", successor is null ? null : $"use {successor}", successor is null ? instead : $"name '{successor}' instead")
            with { SuggestedEdit = successor };

    public static Diagnostic NeedsDirection(Place place, string path, string side, string why, string away) =>
        Direction.At(place, $"'{path}' of {side} {why}, so this row cannot run both ways", "read-only", $"add 'direction: {away}' to the row");

    public static Diagnostic RunsAgainst(Place place, string direction, string path, string side, string why) =>
        Against.At(place, $"'direction: {direction}' writes '{path}' of {side}, which {why}", help: "turn the direction round, or take the row away");

    public static Diagnostic RunsNowhere(Place place, string source, string target) =>
        Neither.At(place, $"neither '{source}' nor '{target}' can be written", help: "take the row away; a match rule may still use the two properties");

    public static Diagnostic WrittenOnce(Place place, string path, string side) =>
        Once.At(place, $"'{path}' of {side} is written when a record is created and never after: later edits do not arrive there");

    public static Diagnostic NoFlowLinks(Place place, string source, string target) =>
        Unlinked.At(place, $"no flow links {source} with {target}, so this reference can never be translated", help: "add a flow between the two, or leave the row out");

    public static Diagnostic RefersElsewhere(Place place, string path, string side, string described, string written) =>
        Elsewhere.At(place, $"'{path}' of {side} refers to {described}, not to {written}", $"should be {described}", "'of' names the entities whose keys the two properties hold") with { SuggestedEdit = described };

    public static Diagnostic KeyCopied(Place place, string path, string side, string entity, string cure) =>
        Copied.At(place, $"'{path}' of {side} holds a key of {entity}: copied to another system it means nothing there", help: cure);

    public static Diagnostic UnknownConversion(Place place, string name, IReadOnlyList<string> legal)
    {
        var nearest = NearestName.Find(name, legal);
        return Conversion.At(place, $"there is no conversion '{name}'", NearestName.Question(nearest), $"conversions: {string.Join(", ", legal)}") with { SuggestedEdit = nearest };
    }

    public static Diagnostic ConversionMisfits(Place place, string name, string problem, string usage) =>
        Misfit.At(place, $"the conversion '{name}' cannot be used so: {problem}", help: $"it is written '{usage}'");

    public static Diagnostic RunsOneWay(Place place, string name) =>
        OneWay.At(place, $"the conversion '{name}' does not run back, so the row must say its direction", help: "add 'direction: to_target' to the row");

    public static Diagnostic LosesBack(Place place, string source, string sourceSide, string target, string targetSide, string wayBack) =>
        Lossy.At(place, $"lossy: an edit of '{target}' of {targetSide} puts {wayBack} into '{source}' of {sourceSide}", help: "add 'direction: both' to the row where that is meant, or 'direction: to_target'");

    public static Diagnostic NeverCounts(Place place, string source, string target, Place first) =>
        Double.At(place, $"'{source}' is mapped to '{target}' already, so this row never counts", $"first in line {first.Line}", "take one of the two away, or give the first a condition ('when')") with
        {
            Related = [new RelatedPlace(first, "the row that always counts")],
        };

    public static Diagnostic MayBeTooLong(Place place, string from, string fromSide, int longest, string to, string toSide, int allowed) =>
        Long.At(place, $"'{from}' of {fromSide} may be {longest} characters long, and '{to}' of {toSide} takes {allowed}: longer ones will be refused", $"{allowed} at most", "see to it that the longer side is not filled, or give the row the other direction");

    public static Diagnostic WritesTooLong(Place place, string text, string to, string toSide, int allowed) =>
        Long.At(place, $"'{text}' is {text.Length} characters long, and '{to}' of {toSide} takes {allowed}: it will be refused", $"{allowed} at most", "write a shorter text");

    public static Diagnostic Overlaps(Place place, string path, string first, string second, Place other) =>
        Overlap.At(place, $"this condition and that of an earlier row into '{path}' can hold at once: then {(first == second ? "this row does not count" : $"'{first}' goes before '{second}'")}", help: "change one of the conditions so that only one holds; where one property is a second choice, give both the same condition") with
        {
            Related = [new RelatedPlace(other, "the condition that goes before")],
        };

    public static Diagnostic NothingToEnforce(Place place, string source, string target) =>
        Enforce.At(place, $"the row from '{source}' to '{target}' runs both ways, so there is no side on which edits could be taken back", help: "say 'direction: to_target' or 'direction: to_source', or take 'enforce' away");
}
