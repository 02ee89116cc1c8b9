namespace SesamTalk.Connectors.Rest.Templates;

/// <summary>A part of a template.</summary>
/// <param name="Text">The literal text, or the name of the placeholder.</param>
/// <param name="IsPlaceholder">Whether it is a placeholder.</param>
/// <param name="IsQuoted">Whether single quotes in its value are doubled, as literals in filters want.</param>
internal readonly record struct TemplatePart(string Text, bool IsPlaceholder, bool IsQuoted)
{
    private const string Quoted = "|quoted";

    /// <summary>Reads what stands between braces; <see langword="null"/> where that is no placeholder.</summary>
    public static TemplatePart? Placeholder(string text)
    {
        var isQuoted = text.EndsWith(Quoted, StringComparison.Ordinal);
        var name = isQuoted ? text[..^Quoted.Length] : text;
        return name.Length > 0 && !name.AsSpan().ContainsAny("{}| ") ? new TemplatePart(name, true, isQuoted) : null;
    }

    /// <summary>A value as this placeholder wants it.</summary>
    public string Modify(string value) => IsQuoted ? value.Replace("'", "''", StringComparison.Ordinal) : value;
}
