using System.Text;
using SesamTalk.Connectors.Values;

namespace SesamTalk.Engine.Conversions;

/// <summary>Takes a given text away wherever it stands, such as the blanks in a number, until none is left.</summary>
internal sealed class RemoveConversion(string unwanted) : TextConversion
{
    /// <summary>The kind.</summary>
    public static ConversionKind Kind { get; } = new(
        "remove",
        "convert: { remove: \" \" }",
        "takes a text away wherever it stands",
        Create)
    {
        Examples = [new("{ remove: \" \" }", PropertyType.String, PropertyType.String), new("{ remove: ab }", PropertyType.String, PropertyType.String)],
    };

    /// <inheritdoc/>
    public override ConversionLaw Law { get; } = ConversionLaw.LossyBack($"the text without '{unwanted}'") with { Same = $"texts that differ only in '{unwanted}'" };

    /// <inheritdoc/>
    public override IReadOnlyList<Value> Samples { get; } = Texts($"987{unwanted}654{unwanted}321", "12");

    /// <inheritdoc/>
    protected override ConversionResult There(string text)
    {
        while (text.Contains(unwanted, StringComparison.Ordinal))
        {
            text = Sameness.TextOf(Value.Text(Without(text)))!;
        }

        return Text(text);
    }

    // Taking one away may join two halves of another, so it is looked for as each character is added.
    private string Without(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            kept.Append(character);
            if (EndsWithUnwanted(kept))
            {
                kept.Length -= unwanted.Length;
            }
        }

        return kept.ToString();
    }

    private bool EndsWithUnwanted(StringBuilder kept)
    {
        if (kept.Length < unwanted.Length || kept[^1] != unwanted[^1])
        {
            return false;
        }

        var start = kept.Length - unwanted.Length;
        for (var i = 0; i < unwanted.Length; i++)
        {
            if (kept[start + i] != unwanted[i])
            {
                return false;
            }
        }

        return true;
    }

    private static ConversionStep Create(ConversionRequest request) =>
        string.IsNullOrEmpty(request.Text) ? ConversionStep.Refused("it needs the text to take away")
        : ConversionStep.TakesText(request) ? new ConversionStep(new RemoveConversion(request.Text.IsNormalized() ? request.Text : request.Text.Normalize()), PropertyType.String)
        : ConversionStep.Refused("it takes text");
}
