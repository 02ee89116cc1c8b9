using System.Collections.Immutable;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Diagnostics;

namespace SesamTalk.Engine.Conversions;

/// <summary>A kind of conversion, as flows name it.</summary>
/// <param name="Name">Its name under <c>convert</c>.</param>
/// <param name="Usage">How it is written.</param>
/// <param name="Meaning">What it does.</param>
/// <param name="Create">Makes a conversion of this kind for a row.</param>
public sealed record ConversionKind(string Name, string Usage, string Meaning, Func<ConversionRequest, ConversionStep> Create)
{
    /// <summary>Examples of every form in which it is written: they are documented, and held to its laws.</summary>
    public ImmutableArray<ConversionExample> Examples { get; init; } = [];
}

/// <summary>An example of a conversion.</summary>
/// <param name="Written">What stands behind <c>convert:</c>.</param>
/// <param name="Input">The type of the source property.</param>
/// <param name="Wanted">The type of the target property.</param>
public sealed record ConversionExample(string Written, PropertyType Input, PropertyType Wanted);

/// <summary>What a row asks of a conversion.</summary>
/// <param name="Text">The text that stands under its name, if any.</param>
/// <param name="Pairs">The keys and values that stand under its name, in the order of the file.</param>
/// <param name="Input">The type of what comes in.</param>
/// <param name="Wanted">The type of what should come out: that of the target property behind the last conversion of a row.</param>
public sealed record ConversionRequest(string? Text, ImmutableArray<KeyValuePair<string, string>> Pairs, PropertyType Input, PropertyType Wanted)
{
    /// <summary>Whether nothing stands under the name.</summary>
    public bool IsBare => Text is null && Pairs.IsEmpty;

    /// <summary>The value of a key that stands under its name, or <see langword="null"/>.</summary>
    public string? this[string key] => Pairs.FirstOrDefault(p => p.Key == key).Value;

    /// <summary>A refusal of the first key that is none of those given; <see langword="null"/> where there is no such.</summary>
    internal ConversionStep? RefuseOthers(params string[] keys)
    {
        var odd = Pairs.FirstOrDefault(p => !keys.Contains(p.Key)).Key;
        var nearest = odd is null ? null : NearestName.Question(NearestName.Find(odd, keys));
        return odd is null ? null : ConversionStep.Refused($"it has no '{odd}'{(nearest is null ? $", only {string.Join(", ", keys)}" : $": {nearest}")}", odd);
    }
}

/// <summary>A conversion in its place in a row, or why there is none.</summary>
/// <param name="Conversion">The conversion.</param>
/// <param name="Output">The type of what comes out.</param>
/// <param name="Problem">Why it cannot be used so, in the author's words.</param>
/// <param name="Key">The key under its name that the problem is about; none where it is about the whole.</param>
public sealed record ConversionStep(IConversion? Conversion, PropertyType Output, string? Problem = null, string? Key = null)
{
    /// <summary>It cannot be used so.</summary>
    internal static ConversionStep Refused(string problem, string? key = null) => new(null, PropertyType.Any, problem, key);

    /// <summary>A conversion that gives what it says it gives.</summary>
    internal static ConversionStep Of(IConversion conversion) => new(conversion, conversion.Output);

    /// <summary>A conversion of texts that takes no argument.</summary>
    internal static ConversionStep OfText(ConversionRequest request, IConversion conversion) =>
        !request.IsBare ? Refused("nothing is written behind it")
        : TakesText(request) ? Of(conversion)
        : Refused("it takes text");

    /// <summary>Whether text may come in.</summary>
    internal static bool TakesText(ConversionRequest request) => request.Input is PropertyType.String or PropertyType.Any;
}
