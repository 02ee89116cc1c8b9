namespace SesamTalk.Engine.Documents;

/// <summary>Gives each section of a document its flow's name, and finds the sections that are there twice.</summary>
internal sealed class SectionNames
{
    private readonly Dictionary<string, List<DocumentSection>> _taken = new(StringComparer.Ordinal);

    /// <summary>The name for a section; or <see langword="null"/>, with the section that says the same.</summary>
    /// <param name="section">The section.</param>
    /// <param name="first">The first section of the same name, or the section itself.</param>
    public string? Name(DocumentSection section, out DocumentSection first)
    {
        string slug = Slug.Of(section.Heading, "flow");
        if (!_taken.TryGetValue(slug, out List<DocumentSection>? same))
            _taken[slug] = same = [];
        first = same.Find(s => SectionComparison.SaySame(s, section)) is { } equal ? equal : same.FirstOrDefault(section);
        if (same.Contains(first) && SectionComparison.SaySame(first, section))
            return null;
        same.Add(section);
        return same.Count == 1 ? slug : Ordinal(slug, same.Count);
    }

    // A heading may end in a number itself and so be where an ordinal would lead.
    private string Ordinal(string slug, int number)
    {
        string name = $"{slug}-{number}";
        while (_taken.ContainsKey(name))
            name = $"{slug}-{++number}";
        _taken[name] = [];
        return name;
    }
}
