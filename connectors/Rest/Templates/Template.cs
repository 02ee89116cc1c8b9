using System.Collections.Immutable;
using System.Text;

namespace SesamTalk.Connectors.Rest.Templates;

/// <summary>A text with placeholders such as <c>{key}</c> or <c>{value|quoted}</c>; a brace that is meant is doubled.</summary>
internal sealed class Template
{
    private readonly ImmutableArray<TemplatePart> _parts;

    private Template(string text, ImmutableArray<TemplatePart> parts)
    {
        Text = text;
        _parts = parts;
    }

    /// <summary>The text as it was written.</summary>
    public string Text { get; }

    /// <summary>The names of its placeholders.</summary>
    public IEnumerable<string> Names => _parts.Where(part => part.IsPlaceholder).Select(part => part.Text);

    /// <summary>Whether it has a placeholder of that name.</summary>
    public bool Uses(string name) => Names.Contains(name);

    /// <summary>Reads a template; <see langword="null"/> where a brace is not closed or a placeholder has no name.</summary>
    public static Template? Parse(string text)
    {
        var parts = ImmutableArray.CreateBuilder<TemplatePart>();
        var literal = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '{' or '}' && i + 1 < text.Length && text[i + 1] == text[i])
            {
                literal.Append(text[i++]);
            }
            else if (text[i] != '{')
            {
                literal.Append(text[i]);
            }
            else if (text.IndexOf('}', i) is var end && end > i + 1 && TemplatePart.Placeholder(text[(i + 1)..end]) is { } placeholder)
            {
                parts.AddRange(Literal(literal));
                parts.Add(placeholder);
                i = end;
            }
            else
            {
                return null;
            }
        }

        parts.AddRange(Literal(literal));
        return new Template(text, parts.ToImmutable());
    }

    /// <summary>The text with its placeholders filled in, each value escaped as a part of a path.</summary>
    public string RenderPath(Func<string, string?> value) => Render(value, Uri.EscapeDataString);

    /// <summary>The text with its placeholders filled in, each value as it is.</summary>
    public string Render(Func<string, string?> value) => Render(value, text => text);

    /// <summary>Whether it has placeholders and none of them has a value.</summary>
    public bool IsEmpty(Func<string, string?> value) => Names.Any() && Names.All(name => string.IsNullOrEmpty(value(name)));

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static IEnumerable<TemplatePart> Literal(StringBuilder text)
    {
        var part = text.ToString();
        text.Clear();
        return part.Length == 0 ? [] : [new TemplatePart(part, false, false)];
    }

    private string Render(Func<string, string?> value, Func<string, string> escape)
    {
        var text = new StringBuilder();
        foreach (var part in _parts)
        {
            text.Append(part.IsPlaceholder ? escape(part.Modify(value(part.Text) ?? string.Empty)) : part.Text);
        }

        return text.ToString();
    }
}
