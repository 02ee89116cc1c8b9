using System.Collections.Immutable;

namespace SesamTalk.Engine.Conversions;

/// <summary>The conversions that flows may name.</summary>
public static class ConversionCatalogue
{
    /// <summary>All kinds, in the ordinal order of their names.</summary>
    public static ImmutableArray<ConversionKind> Kinds { get; } =
    [
        ConstantConversion.Kind,
        DateConversion.Kind,
        LookupConversion.Kind,
        LowerConversion.Kind,
        NumberConversion.Kind,
        PrefixConversion.Kind,
        RemoveConversion.Kind,
        TrimConversion.Kind,
        UpperConversion.Kind,
    ];

    /// <summary>The kind of that name, or <see langword="null"/>.</summary>
    public static ConversionKind? Find(string name) => Kinds.FirstOrDefault(k => k.Name == name);
}
