using SesamTalk.Connectors.Values;

namespace SesamTalk.Engine.Conversions;

/// <summary>Splits a text into a list; turned round, it joins a list of texts into one.</summary>
internal sealed class SplitConversion(string separator) : Conversion
{
    private const string NoTexts = "is no list of texts";
    private readonly string _inseparable = $"cannot be joined by '{separator}' so that it can be split again";

    /// <summary>The kind.</summary>
    public static ConversionKind Kind { get; } = new(
        "split",
        "convert: { split: \",\" }",
        "splits a text into a list, without blanks around the elements and without empty elements",
        request => Create(request, PropertyType.String, separator => new SplitConversion(separator)))
    {
        Examples = [new("{ split: \",\" }", PropertyType.String, PropertyType.List), new("{ split: \" - \" }", PropertyType.String, PropertyType.List)],
    };

    /// <summary>The kind that is this one turned round.</summary>
    public static ConversionKind JoinKind { get; } = new(
        "join",
        "convert: { join: \", \" }",
        "joins a list of texts into one text, and refuses one that could not be split again",
        request => Create(request, PropertyType.List, separator => new TurnedConversion(new SplitConversion(separator), ConversionLaw.Lossless with
        {
            Same = "texts that differ only in blanks around the elements, or in empty elements",
        })))
    {
        Examples = [new("{ join: \", \" }", PropertyType.List, PropertyType.String), new("{ join: \";\" }", PropertyType.List, PropertyType.String)],
    };

    /// <inheritdoc/>
    public override ConversionLaw Law { get; } = ConversionLaw.Lossless with { Spelling = "the elements without blanks around them" };

    /// <inheritdoc/>
    public override PropertyType Input => PropertyType.String;

    /// <inheritdoc/>
    public override PropertyType Output => PropertyType.List;

    /// <inheritdoc/>
    public override IReadOnlyList<Value> Samples { get; } = [Value.Text($"red{separator}green{separator}blue"), Value.Text("red")];

    /// <inheritdoc/>
    public override Value SourceForm(Value value) =>
        Get(value) is { IsValue: true } list && Bring(list.Value) is { IsValue: true } joined ? Sameness.FormOf(joined.Value) : Sameness.FormOf(value);

    /// <inheritdoc/>
    protected override ConversionResult There(Value source) =>
        Sameness.TextOf(source) is not { } text ? ConversionResult.Refused(source, "is a list already")
        : Elements(text) is { Length: > 0 } elements ? Value.List(elements)
        : Value.None;

    /// <inheritdoc/>
    protected override ConversionResult Back(Value target)
    {
        if (target.Kind != ValueKind.List || target.AsList.Any(e => e.Kind != ValueKind.Text))
        {
            return ConversionResult.Refused(target, NoTexts);
        }

        var joined = Value.Text(string.Join(separator, target.AsList.Select(Sameness.TextOf)));
        return Value.List(Elements(Sameness.TextOf(joined)!)) == Sameness.FormOf(target) ? joined : ConversionResult.Refused(target, _inseparable);
    }

    private Value[] Elements(string text) =>
        [.. text.Split(separator).Select(e => Sameness.FormOf(Value.Text(e))).Where(e => !e.IsNone)];

    private static ConversionStep Create(ConversionRequest request, PropertyType input, Func<string, IConversion> make) =>
        string.IsNullOrEmpty(request.Text) ? ConversionStep.Refused("it needs the text that stands between the elements")
        : request.Input == input || request.Input == PropertyType.Any ? ConversionStep.Of(make(request.Text.Normalize()))
        : ConversionStep.Refused(input == PropertyType.List ? "it takes a list" : "it takes text");
}
