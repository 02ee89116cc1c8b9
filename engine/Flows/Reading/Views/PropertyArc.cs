using System.Collections.Immutable;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Conversions;
using SesamTalk.Engine.Mapping;

namespace SesamTalk.Engine.Flows.Reading.Views;

/// <summary>One way of a row, from a property to another.</summary>
/// <param name="Flow">The flow.</param>
/// <param name="Row">The row; its names and conversions are known.</param>
/// <param name="IsForward">Whether it leads from source to target.</param>
internal sealed record PropertyArc(FlowView Flow, RowView Row, bool IsForward)
{
    /// <summary>The property that it leads from, as <c>system/entity.path</c>.</summary>
    public string From { get; } = NameOf(Row, IsForward ? Flow.Source : Flow.Target);

    /// <summary>The property that it leads to, as <c>system/entity.path</c>.</summary>
    public string To { get; } = NameOf(Row, IsForward ? Flow.Target : Flow.Source);

    /// <summary>The other way of the row.</summary>
    public PropertyArc Turned => new(Flow, Row, !IsForward);

    /// <summary>Values of the property that it leads from, such as its conversions take.</summary>
    public IEnumerable<Value> Samples
    {
        get
        {
            var sources = Conversions.IsEmpty ? [] : Conversions[0].Samples;
            return IsForward ? sources : sources.Select(s => ConversionChain.Get(Conversions, s)).Where(r => r.IsValue).Select(r => r.Value);
        }
    }

    private ImmutableArray<IConversion> Conversions { get; } = [.. Row.Conversions.Select(c => c.Step!.Conversion!)];

    /// <summary>What it makes of a value, where it leads to another.</summary>
    public ConversionResult Carry(Value value, Value there)
    {
        var result = IsForward ? ConversionChain.Get(Conversions, value) : ConversionChain.Put(Conversions, value, there);
        var type = (IsForward ? Row.Target : Row.Source)!.Type;
        return !result.IsValue ? result
            : Coercion.TryCoerce(result.Value, type, out var coerced) ? coerced
            : ConversionResult.Refused(result.Value, $"is no {Words.Of(type)}");
    }

    private static string NameOf(RowView row, FlowEnd end) => $"{end}.{end.PathOf(row).Value}";
}
