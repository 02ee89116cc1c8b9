using SesamTalk.Connectors.Descriptions;

namespace SesamTalk.Connectors.Writing;

/// <summary>What the description of a property forbids of a text.</summary>
internal static class TextRules
{
    /// <summary>What is forbidden, or <see langword="null"/>.</summary>
    public static string? ProblemOf(PropertyDescription property, string text) =>
        text.Length > property.MaxLength ? $"'{property.Path}' holds at most {property.MaxLength} characters, and {text.Length} were given"
        : text.Length == 0 && property.Mandatory ? $"'{property.Path}' is mandatory, and cannot be emptied"
        : HasHalfCharacter(text) ? $"'{property.Path}' was given a text with half a character (one of two surrogates)"
        : null;

    private static bool HasHalfCharacter(string text)
    {
        for (var i = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF'); i >= 0 && i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[++i])))
            {
                return true;
            }
        }

        return false;
    }
}
