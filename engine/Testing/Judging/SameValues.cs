using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Testing.Judging;

/// <summary>When a value is what a test expects: texts letter by letter, numbers by value, nothing and the empty text alike.</summary>
internal static class SameValues
{
    /// <summary>Whether it is.</summary>
    public static bool Are(Value expected, Value actual) => (CanonicalForm.IsEmpty(expected) && CanonicalForm.IsEmpty(actual)) || (expected.Kind, actual.Kind) switch
    {
        (ValueKind.Integer or ValueKind.Decimal, ValueKind.Integer or ValueKind.Decimal) => expected.AsDecimal == actual.AsDecimal,
        (ValueKind.List, ValueKind.List) => expected.AsList.Count == actual.AsList.Count && expected.AsList.Zip(actual.AsList).All(pair => Are(pair.First, pair.Second)),
        _ when expected.Kind == actual.Kind => expected == actual,
        _ => expected.ToString() == actual.ToString(),
    };
}
