using System.Collections.Immutable;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Mapping;

namespace SesamTalk.Engine.Conversions;

/// <summary>Several conversions behind each other.</summary>
internal static class ConversionChain
{
    /// <summary>From source to target, through all of them.</summary>
    public static ConversionResult Get(ImmutableArray<IConversion> conversions, Value source)
    {
        ConversionResult result = source;
        for (var i = 0; i < conversions.Length && result.IsValue; i++)
        {
            result = conversions[i].Get(result.Value);
        }

        return result;
    }

    /// <summary>From target to source, through all of them, the last one first.</summary>
    public static ConversionResult Put(ImmutableArray<IConversion> conversions, Value target, Value source)
    {
        if (conversions.IsEmpty)
        {
            return target;
        }

        var before = Before(conversions, source);
        ConversionResult result = Coercion.TryCoerce(target, conversions[^1].Output, out var fitting) ? fitting : target;
        for (var i = conversions.Length - 1; i >= 0 && result.IsValue; i--)
        {
            result = conversions[i].Put(result.Value, before[i]);
        }

        return result;
    }

    // What each conversion was given; nothing behind one that refuses, since it then keeps nothing of it either.
    private static Value[] Before(ImmutableArray<IConversion> conversions, Value source)
    {
        var before = new Value[conversions.Length];
        before[0] = source;
        for (var i = 1; i < before.Length; i++)
        {
            var result = conversions[i - 1].Get(before[i - 1]);
            before[i] = result.IsValue ? result.Value : Value.None;
        }

        return before;
    }
}
