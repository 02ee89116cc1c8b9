using System.Collections.Immutable;
using System.Globalization;

namespace SesamTalk.Engine.Diagnostics.Catalogue;

/// <summary>Layer 2: what can be wrong with the shape of a file.</summary>
internal static class ShapeFaults
{
    private static readonly DiagnosticCode Unknown = new("ST1001", Severity.Error, "An unknown key");
    private static readonly DiagnosticCode Missing = new("ST1002", Severity.Error, "A missing key");
    private static readonly DiagnosticCode Kind = new("ST1003", Severity.Error, "A value of the wrong kind");
    private static readonly DiagnosticCode Word = new("ST1004", Severity.Error, "A value that is not one of those allowed");
    private static readonly DiagnosticCode Form = new("ST1005", Severity.Error, "A text of the wrong form");
    private static readonly DiagnosticCode Range = new("ST1006", Severity.Error, "A number out of range");
    private static readonly DiagnosticCode Count = new("ST1007", Severity.Error, "Too few, too many or repeated items");
    private static readonly DiagnosticCode Version = new("ST1008", Severity.Error, "A version that is not known");
    private static readonly DiagnosticCode Empty = new("ST1009", Severity.Error, "A key without a value");

    public static ImmutableArray<DiagnosticCode> Codes => [Unknown, Missing, Kind, Word, Form, Range, Count, Version, Empty];

    public static Diagnostic UnknownKey(Place place, string key, IEnumerable<string> legal)
    {
        var names = legal.Order(StringComparer.Ordinal).ToList();
        var glued = key.Contains(':', StringComparison.Ordinal);
        var nearest = NearestName.Find(key, names);
        var label = glued ? "a colon needs a blank behind it" : NearestName.Question(nearest);
        return Unknown.At(place, $"'{key}' is not a key here", label, $"keys: {string.Join(", ", names)}") with { SuggestedEdit = nearest };
    }

    public static Diagnostic NoName(Place place, string name) =>
        Form.At(place, $"'{name}' cannot be a name here", help: "names are small letters, digits, '-' and '_'");

    public static Diagnostic MissingKey(Place place, string subject, string key, string? meaning) =>
        Missing.At(place, $"{subject} lacks '{key}'", help: meaning is null ? null : $"{key}: {meaning}");

    public static Diagnostic NoValue(Place place, string subject, string expected) =>
        Empty.At(place, $"{subject} has no value", help: $"write {expected}, or take the key away");

    public static Diagnostic NoText(Place place, string subject) =>
        Empty.At(place, $"{subject} is an empty text", help: "write a text, or take the key away");

    public static Diagnostic WrongKind(Place place, string subject, string expected, string found, string? cure) =>
        Kind.At(place, $"{subject} must be {expected}, not {found}", help: cure);

    public static Diagnostic NotOneOf(Place place, string subject, string value, IReadOnlyList<string> legal)
    {
        var nearest = NearestName.Find(value, legal);
        var message = $"{subject} cannot be '{value}'";
        return Word.At(place, message, NearestName.Question(nearest), $"one of: {string.Join(", ", legal)}") with { SuggestedEdit = nearest };
    }

    public static Diagnostic WrongForm(Place place, string subject, string value, string? meaning) =>
        Form.At(place, $"{subject} cannot be '{value}'", help: meaning);

    public static Diagnostic TooGreat(Place place, string subject, decimal? most) =>
        Range.At(place, $"{subject} is too great", help: string.Create(CultureInfo.InvariantCulture, $"at most {most}"));

    public static Diagnostic TooSmall(Place place, string subject, decimal? least) =>
        Range.At(place, $"{subject} is too small", help: string.Create(CultureInfo.InvariantCulture, $"at least {least}"));

    public static Diagnostic TooFew(Place place, string subject, bool isEmpty, string? meaning) =>
        Count.At(place, $"{subject} holds {(isEmpty ? "nothing" : "too little")}", help: meaning);

    public static Diagnostic TooMany(Place place, string subject, string? meaning) =>
        Count.At(place, $"{subject} holds too much", help: meaning);

    public static Diagnostic Repeated(Place place, string subject) =>
        Count.At(place, $"{subject} names something twice", help: "name each once");

    public static Diagnostic UnknownVersion(Place place, string version) =>
        Version.At(place, $"version {version} of the language is not known here", help: "this version of sesamtalk reads version 1");
}
