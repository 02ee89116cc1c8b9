using System.Collections.Immutable;

namespace SesamTalk.Engine.Diagnostics.Catalogue;

/// <summary>Layer 3: what can be wrong with paths that lead into the elements of a list.</summary>
internal static class SelectionFaults
{
    private static readonly DiagnosticCode Path = new("ST2075", Severity.Error, "A path that cannot be read");
    private static readonly DiagnosticCode Selector = new("ST2076", Severity.Error, "A selector that selects nothing");
    private static readonly DiagnosticCode First = new("ST2077", Severity.Note, "A path to the first element of a list");
    private static readonly DiagnosticCode Same = new("ST2078", Severity.Error, "Paths that may mean the same element");
    private static readonly DiagnosticCode Writing = new("ST2079", Severity.Error, "An element that cannot be written");

    public static ImmutableArray<DiagnosticCode> Codes => [Path, Selector, First, Same, Writing];

    public static Diagnostic Unreadable(Place place, string path, string problem) =>
        Path.At(place, $"'{path}' cannot be read: {problem}", help: "an element of a list is selected by 'LIST[NAME=VALUE].PROPERTY', such as 'phones[type=mobile].number'");

    public static Diagnostic NoElements(Place place, string path, string side) =>
        Selector.At(place, $"'{path}' of {side} is not described as a list of elements, so there is nothing to select", help: "take the selector away, or describe the elements of the property ('type: list', 'elements: ...')");

    public static Diagnostic NeverHolds(Place place, string value, string property, string type) =>
        Selector.At(place, $"'{value}' is no {type}, which '{property}' needs, so no element is ever selected", help: "select by a value that the property can hold");

    public static Diagnostic FirstElement(Place place, string path, string list, string side) =>
        First.At(place, $"'{path}' means the first element of the list '{list}' of {side}, whichever that is", help: $"select the element that is meant: '{list}[NAME=VALUE].PROPERTY'");

    public static Diagnostic MayBeSame(Place place, string list, string entity, string how, string other, Place first) =>
        Same.At(place, $"the list '{list}' of {entity} is reached {how} here, but {other} elsewhere: both may mean the same element", help: "reach a list in one way in all flows: by 'each', by its first element, or by selectors with one and the same property") with
        {
            Related = [new RelatedPlace(first, $"reached {other}")],
        };

    public static Diagnostic SelectedByItself(Place place, string property, string side) =>
        Writing.At(place, $"'{property}' of {side} is what the element is selected by: with another value it would be another element", help: "take the row away, or give it the direction away from this side");

    public static Diagnostic NotLookedUp(Place place, string property, string side, string away) =>
        Writing.At(place, $"'{property}' of {side} is in a list, and the system cannot show the list of one record before it is written", help: $"give the row 'direction: {away}'");
}
