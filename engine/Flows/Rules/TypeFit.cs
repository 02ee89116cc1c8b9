using SesamTalk.Connectors.Values;

namespace SesamTalk.Engine.Flows.Rules;

/// <summary>Which types stand for each other without a conversion.</summary>
internal static class TypeFit
{
    /// <summary>The same type, two kinds of numbers (they are compared by value), or anything with <c>any</c>.</summary>
    public static bool Holds(PropertyType one, PropertyType other) =>
        one == other || one == PropertyType.Any || other == PropertyType.Any || (IsNumber(one) && IsNumber(other));

    /// <summary>Whether values of one type can be put into another without loss, as the engine does by itself.</summary>
    public static bool CanBecome(PropertyType from, PropertyType to) => Holds(from, to) || (from, to) switch
    {
        (PropertyType.List, _) or (_, PropertyType.List) => false,
        (_, PropertyType.String) => true,
        (PropertyType.String, PropertyType.Integer or PropertyType.Decimal or PropertyType.Boolean or PropertyType.Date) => true,
        (PropertyType.Integer, PropertyType.Boolean) => true,
        (PropertyType.Date, PropertyType.DateTime) => true,
        _ => false,
    };

    /// <summary>Whether values of the two types can count as the same in a match rule, which compares what they look like.</summary>
    public static bool MayMatch(PropertyType one, PropertyType other) =>
        Holds(one, other) || one == PropertyType.String || other == PropertyType.String;

    /// <summary>Whether a property of that type may hold a key of another record.</summary>
    public static bool CanHoldKey(PropertyType type) => type is PropertyType.String or PropertyType.Integer or PropertyType.Any;

    /// <summary>The conversion between two types, as advice; <see langword="null"/> where there is none.</summary>
    public static string? Cure(PropertyType source, PropertyType target) => (source, target) switch
    {
        (PropertyType.DateTime, PropertyType.Date) or (PropertyType.Date, PropertyType.DateTime) => "add 'convert: date'",
        (PropertyType.Boolean, _) or (_, PropertyType.Boolean) => "add 'convert: { lookup: { ... } }' that says what stands for true and false",
        _ => null,
    };

    private static bool IsNumber(PropertyType type) => type is PropertyType.Integer or PropertyType.Decimal;
}
