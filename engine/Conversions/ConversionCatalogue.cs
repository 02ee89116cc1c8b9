using System.Collections.Immutable;

namespace SesamTalk.Engine.Conversions;

/// <summary>The conversions that flows may name.</summary>
public static class ConversionCatalogue
{
    /// <summary>All kinds, in the ordinal order of their names.</summary>
    public static ImmutableArray<ConversionKind> Kinds { get; } =
    [
        BooleanConversion.Kind,
        ConstantConversion.Kind,
        CountryConversion.Kind,
        CurrencyConversion.Kind,
        DateConversion.Kind,
        DateTimeConversion.Kind,
        DefaultConversion.Kind,
        EmailConversion.Kind,
        HtmlToTextConversion.Kind,
        SplitConversion.JoinKind,
        LanguageConversion.Kind,
        LookupConversion.Kind,
        LowerConversion.Kind,
        NumberConversion.Kind,
        PhoneConversion.Kind,
        PrefixConversion.Kind,
        RemoveConversion.Kind,
        RoundConversion.Kind,
        SplitConversion.Kind,
        TrimConversion.Kind,
        UpperConversion.Kind,
        UrlConversion.Kind,
    ];

    /// <summary>The kind of that name, or <see langword="null"/>.</summary>
    public static ConversionKind? Find(string name) => Kinds.FirstOrDefault(k => k.Name == name);
}
