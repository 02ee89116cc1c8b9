using System.Collections.Immutable;
using System.Globalization;
using SesamTalk.Connectors.Definitions;
using SesamTalk.Connectors.Rest.Templates;

namespace SesamTalk.Connectors.Rest.Forms.Reading;

/// <summary>A mapping of a definition whose shape was accepted, and how its values are taken.</summary>
/// <param name="Node">The mapping.</param>
/// <param name="Faults">Receives what is wrong.</param>
internal sealed record Section(DefinitionMapping Node, FaultList Faults)
{
    private static readonly (string Unit, double Milliseconds)[] Units = [("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000)];

    /// <summary>Where it stands.</summary>
    public DefinitionPlace Place => Node.Place;

    /// <summary>Where a value stands, or the whole where it is missing.</summary>
    public DefinitionPlace PlaceOf(string key) => Node[key]?.Place ?? Place;

    /// <summary>A text; <see langword="null"/> where it is missing or empty.</summary>
    public string? Text(string key) => Node[key] is DefinitionScalar { Kind: not DefinitionScalarKind.Null, Text.Length: > 0 } text ? text.Text : null;

    /// <summary>A text that must be there.</summary>
    public string Needed(string key, string why)
    {
        if (Text(key) is { } text)
        {
            return text;
        }

        Faults.Missing(Place, $"'{key}' is missing", why);
        return string.Empty;
    }

    /// <summary>A text or a list of texts; <see langword="null"/> where it is missing.</summary>
    public ImmutableArray<string>? Texts(string key) => Node[key] switch
    {
        DefinitionScalar text => [text.Text],
        DefinitionList list => [.. list.Items.OfType<DefinitionScalar>().Select(item => item.Text)],
        _ => null,
    };

    /// <summary>Places in an answer; a point alone is the answer itself.</summary>
    public ImmutableArray<string>? Places(string key) => Texts(key) is { } texts ? [.. texts.Select(text => text == "." ? string.Empty : text)] : null;

    /// <summary>Whole numbers.</summary>
    public ImmutableArray<int>? Numbers(string key) =>
        Texts(key) is { } texts ? [.. texts.Select(text => int.Parse(text, CultureInfo.InvariantCulture))] : null;

    /// <summary>A whole number.</summary>
    public int? Number(string key) =>
        int.TryParse(Text(key), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A truth value.</summary>
    public bool? Flag(string key) => Text(key) is { } text ? text == "true" : null;

    /// <summary>A length of time.</summary>
    public TimeSpan? Duration(string key)
    {
        var text = Text(key);
        foreach (var (unit, milliseconds) in Units)
        {
            if (text is not null && text.EndsWith(unit, StringComparison.Ordinal)
                && long.TryParse(text.AsSpan(0, text.Length - unit.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            {
                return TimeSpan.FromMilliseconds(Math.Min(count * milliseconds, int.MaxValue));
            }
        }

        return null;
    }

    /// <summary>A word that stands for something.</summary>
    public T? Word<T>(string key, params IReadOnlyList<(string Word, T Meaning)> words)
        where T : struct
    {
        var text = Text(key);
        return words.Where(word => word.Word == text).Select(word => (T?)word.Meaning).FirstOrDefault();
    }

    /// <summary>A mapping under a key; <see langword="null"/> where it is missing or <c>false</c>.</summary>
    public Section? Below(string key) => Node[key] is DefinitionMapping mapping ? this with { Node = mapping } : null;

    /// <summary>The mappings in a list.</summary>
    public IEnumerable<Section> Items(string key) =>
        Node[key] is DefinitionList list ? list.Items.OfType<DefinitionMapping>().Select(item => this with { Node = item }) : [];

    /// <summary>The mappings under the keys of a mapping.</summary>
    public IEnumerable<(DefinitionEntry Entry, Section Section)> Sections(string key) =>
        (Node[key] as DefinitionMapping)?.Entries.Where(e => e.Value is DefinitionMapping).Select(e => (e, this with { Node = (DefinitionMapping)e.Value })) ?? [];

    /// <summary>The single values under the keys of a mapping.</summary>
    public IEnumerable<(DefinitionEntry Entry, DefinitionScalar Value)> Values(string key) =>
        (Node[key] as DefinitionMapping)?.Entries.Where(e => e.Value is DefinitionScalar).Select(e => (e, (DefinitionScalar)e.Value)) ?? [];

    /// <summary>The texts under the keys of a mapping.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Pairs(string key) => [.. Values(key).Select(it => KeyValuePair.Create(it.Entry.Key, it.Value.Text))];

    /// <summary>A template.</summary>
    /// <param name="node">The text.</param>
    /// <param name="path">What <c>{path}</c> stands for.</param>
    /// <param name="placeholders">The placeholders that it may have.</param>
    public Template TemplateOf(DefinitionScalar node, string? path, IReadOnlyList<string> placeholders)
    {
        var text = path is null ? node.Text : node.Text.Replace("{path}", path, StringComparison.Ordinal);
        if (Template.Parse(text) is not { } template)
        {
            Faults.NotUnderstood(node.Place, $"the braces in '{node.Text}' are not understood", "placeholders are {NAME} or {NAME|quoted}; a brace that is meant is doubled");
            return Template.Parse(string.Empty)!;
        }

        foreach (var name in template.Names.Where(name => !placeholders.Contains(name) && !name.StartsWith("property:", StringComparison.Ordinal)))
        {
            Faults.Unknown(node.Place, "placeholder", name, placeholders);
        }

        return template;
    }

    /// <summary>A template under a key; <see langword="null"/> where it is missing.</summary>
    public Template? TemplateAt(string key, string? path, IReadOnlyList<string> placeholders) =>
        Node[key] is DefinitionScalar text ? TemplateOf(text, path, placeholders) : null;

    /// <summary>The query under <c>parameters</c>.</summary>
    public ImmutableArray<Parameter> Parameters(string? path, IReadOnlyList<string> placeholders) =>
        [.. Values("parameters").Select(it => new Parameter(it.Entry.Key, TemplateOf(it.Value, path, placeholders)))];
}
