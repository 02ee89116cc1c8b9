using System.Collections.Immutable;

namespace SesamTalk.Engine.Diagnostics.Catalogue;

/// <summary>Layer 3: what can be wrong with rows that pair the elements of two lists.</summary>
internal static class ElementFaults
{
    private static readonly DiagnosticCode Each = new("ST2070", Severity.Error, "'each' on a property that is no list of elements");
    private static readonly DiagnosticCode Whole = new("ST2071", Severity.Error, "A list of elements without 'each'");
    private static readonly DiagnosticCode Keys = new("ST2072", Severity.Error, "Two flows that pair the elements of a list by different keys");
    private static readonly DiagnosticCode Limits = new("ST2073", Severity.Error, "Something that elements do not have");
    private static readonly DiagnosticCode OneList = new("ST2074", Severity.Error, "Two rows that give the elements of one list");

    public static ImmutableArray<DiagnosticCode> Codes => [Each, Whole, Keys, Limits, OneList];

    public static Diagnostic NoElements(Place place, string path, string side) =>
        Each.At(place, $"'{path}' of {side} is not described as a list of elements, so 'each' has nothing to pair", help: "take 'each' and 'properties' away, or describe the elements of the property ('type: list', 'elements: ...')");

    public static Diagnostic WithoutEach(Place place, string path, string side) =>
        Whole.At(place, $"'{path}' of {side} is a list of elements, and the row does not say how they find each other", help: "add 'each: { key: { SOURCE: TARGET } }' and the rows of the elements under 'properties'");

    public static Diagnostic OtherKey(Place place, string list, string key, string other, string flow, Place first) =>
        Keys.At(place, $"the elements of {list} are paired by {key} here, but by {other} in the flow '{flow}'", help: "pair the elements of a list by the same properties in all flows") with
        {
            Related = [new RelatedPlace(first, $"the flow '{flow}'")],
        };

    public static Diagnostic Impossible(Place place, string what, string cure) => Limits.At(place, what, help: cure);

    public static Diagnostic SecondList(Place place, string path, string side, Place first) =>
        OneList.At(place, $"the elements of '{path}' of {side} are given by another row already", $"first in line {first.Line}", "map the list in one row") with
        {
            Related = [new RelatedPlace(first, "the first row")],
        };
}
