using System.Collections.Immutable;

namespace SesamTalk.Engine.Diagnostics.Catalogue;

/// <summary>What can be wrong with the tests of flows.</summary>
internal static class TestFaults
{
    private static readonly DiagnosticCode Flow = new("ST4001", Severity.Error, "A test of an unknown flow");
    private static readonly DiagnosticCode Property = new("ST4002", Severity.Error, "A test that names an unknown property");
    private static readonly DiagnosticCode Misfit = new("ST4003", Severity.Error, "A value of a test of the wrong type");
    private static readonly DiagnosticCode Link = new("ST4004", Severity.Error, "A given link that names no record");
    private static readonly DiagnosticCode Twice = new("ST4005", Severity.Error, "Two tests of the same name");
    private static readonly DiagnosticCode Conflict = new("ST4006", Severity.Error, "A conflict about a property that no row maps");
    private static readonly DiagnosticCode Form = new("ST4007", Severity.Error, "A test that is not whole");
    private static readonly DiagnosticCode Key = new("ST4008", Severity.Error, "Two given records of one key");

    public static ImmutableArray<DiagnosticCode> Codes => [Flow, Property, Misfit, Link, Twice, Conflict, Form, Key];

    public static Diagnostic UnknownFlow(Place place, string name, IReadOnlyList<string> legal)
    {
        var nearest = NearestName.Find(name, legal);
        return Flow.At(place, $"'{name}' is not a flow of the workspace", NearestName.Question(nearest), $"flows: {NameList.Of(legal)}") with { SuggestedEdit = nearest };
    }

    public static Diagnostic UnknownProperty(Place place, string name, string owner, IReadOnlyList<string> legal)
    {
        var nearest = NearestName.Find(name, legal);
        return Property.At(place, $"'{name}' is not a property of {owner}", NearestName.Question(nearest), $"properties: {NameList.Of(legal)}") with { SuggestedEdit = nearest };
    }

    public static Diagnostic WrongType(Place place, string value, string property, string expected) =>
        Misfit.At(place, $"'{property}' needs {expected}, and {value} is none", help: $"write {expected}");

    public static Diagnostic UnknownEntity(Place place, string name, string system, IReadOnlyList<string> legal)
    {
        var nearest = NearestName.Find(name, legal);
        return Link.At(place, $"'{name}' is not an entity of {system}", NearestName.Question(nearest), $"entities: {NameList.Of(legal)}") with { SuggestedEdit = nearest };
    }

    public static Diagnostic NoRecord(Place place, string text) =>
        Link.At(place, $"'{text}' names no record", help: "write the entity and the key, as in 'Customer/7: Accounts/a7'");

    public static Diagnostic NoKey(Place place, string key, string entity, string type) =>
        Link.At(place, $"'{key}' is no key of {entity}, which has keys of type {type}", help: $"write a key of type {type}");

    public static Diagnostic SameName(Place place, string name, Place first) =>
        Twice.At(place, $"there are two tests named '{name}'", $"first in line {first.Line}", "give each test a name of its own") with
        {
            Related = [new RelatedPlace(first, "the first test of that name")],
        };

    public static Diagnostic SameKey(Place place, string record, Place first) =>
        Key.At(place, $"the record '{record}' is given twice", $"first in line {first.Line}", "give each record a key of its own; the tested records need none") with
        {
            Related = [new RelatedPlace(first, "the first record of that key")],
        };

    public static Diagnostic NoRowOf(Place place, string name, IReadOnlyList<string> legal)
    {
        var nearest = NearestName.Find(name, legal);
        return Conflict.At(place, $"no row of the flow maps '{name}', so there can be no conflict about it", NearestName.Question(nearest), $"properties: {NameList.Of(legal)}") with { SuggestedEdit = nearest };
    }

    public static Diagnostic NotWhole(Place place, string problem, string cure) => Form.At(place, problem, help: cure);
}
