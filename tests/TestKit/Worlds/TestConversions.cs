using System.Globalization;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Conversions;

namespace SesamTalk.TestKit.Worlds;

/// <summary>Conversions for test flows, most of them independent of those that the engine ships: <c>upper</c>, <c>cut3</c>, <c>number</c>.</summary>
public static class TestConversions
{
    public static IConversion Upper { get; } = new Lossy(text => text.ToUpperInvariant());

    public static IConversion Cut(int length) => new Lossy(text => text[..Math.Min(length, text.Length)]);

    public static IConversion Named(string name) => name switch
    {
        "upper" => Upper,
        "number" => ConversionCatalogue.Find("number")!.Create(new ConversionRequest(null, [], PropertyType.String, PropertyType.Decimal)).Conversion!,
        _ when name.StartsWith("cut", StringComparison.Ordinal) => Cut(int.Parse(name[3..], CultureInfo.InvariantCulture)),
        _ => throw new ArgumentException($"There is no test conversion '{name}'.", nameof(name)),
    };

    /// <summary>A conversion of texts that drops something; the way back keeps the source where it already stands for the target.</summary>
    private sealed class Lossy(Func<string, string> get) : IConversion
    {
        public ConversionLaw Law => ConversionLaw.LossyBack("what was not dropped");

        public ConversionResult Get(Value source) => source.Kind == ValueKind.Text ? Value.Text(get(source.AsText)) : source;

        public ConversionResult Put(Value target, Value source) => !source.IsNone && Get(source).Value == target ? source : target;
    }
}
