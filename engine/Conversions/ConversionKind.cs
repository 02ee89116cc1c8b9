using System.Collections.Immutable;
using SesamTalk.Connectors.Values;

namespace SesamTalk.Engine.Conversions;

/// <summary>A kind of conversion, as flows name it.</summary>
/// <param name="Name">Its name under <c>convert</c>.</param>
/// <param name="Usage">How it is written.</param>
/// <param name="Meaning">What it does, and what becomes of the way back.</param>
/// <param name="Create">Makes a conversion of this kind for a row.</param>
public sealed record ConversionKind(string Name, string Usage, string Meaning, Func<ConversionRequest, ConversionStep> Create);

/// <summary>What a row asks of a conversion.</summary>
/// <param name="Text">The text that stands under its name, if any.</param>
/// <param name="Pairs">The keys and values that stand under its name, in the order of the file.</param>
/// <param name="Input">The type of what comes in.</param>
/// <param name="Wanted">The type of what should come out: that of the target property behind the last conversion of a row.</param>
public sealed record ConversionRequest(string? Text, ImmutableArray<KeyValuePair<string, string>> Pairs, PropertyType Input, PropertyType Wanted)
{
    /// <summary>Whether nothing stands under the name.</summary>
    public bool IsBare => Text is null && Pairs.IsEmpty;
}

/// <summary>A conversion in its place in a row, or why there is none.</summary>
/// <param name="Conversion">The conversion.</param>
/// <param name="Output">The type of what comes out.</param>
/// <param name="Problem">Why it cannot be used so, in the author's words.</param>
public sealed record ConversionStep(IConversion? Conversion, PropertyType Output, string? Problem = null)
{
    /// <summary>It cannot be used so.</summary>
    internal static ConversionStep Refused(string problem) => new(null, PropertyType.Any, problem);

    /// <summary>A conversion of texts that takes no argument.</summary>
    internal static ConversionStep OfText(ConversionRequest request, IConversion conversion) =>
        !request.IsBare ? Refused("nothing is written behind it")
        : TakesText(request) ? new ConversionStep(conversion, PropertyType.String)
        : Refused("it takes text");

    /// <summary>Whether text may come in.</summary>
    internal static bool TakesText(ConversionRequest request) => request.Input is PropertyType.String or PropertyType.Any;
}
