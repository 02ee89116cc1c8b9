using System.Collections.Immutable;

namespace SesamTalk.Engine.Documents;

/// <summary>Finds system and entity of one side of a document's sections, and gathers what <c>systems.yaml</c> lacks for it.</summary>
/// <param name="names">The systems that are known.</param>
/// <param name="title">What the document's title calls the system of this side.</param>
internal sealed class SideResolver(NameResolution names, string title)
{
    private readonly List<string> _unknown = [];

    // A heading that calls the system otherwise than the title does still means the system of the title.
    private KnownSystem? OfTitle => names.Find(title);

    /// <summary>What <c>systems.yaml</c> lacks, after all sections.</summary>
    public IEnumerable<SystemAddition> Additions =>
        _unknown.Count == 0 ? [] : [new SystemAddition(ProposedName, OfTitle?.Names, [.. Proposed()])];

    private string ProposedName => OfTitle?.Name ?? Slug.Of(title, "unnamed");

    /// <summary>Resolves a side; <paramref name="system"/> is the name of its system where the section tells it.</summary>
    public ResolvedSide Resolve(string side, string? system)
    {
        if (Find(side, system) is not { } found)
            return ResolveUnknown(side, system);
        string entity = EntityNames.Find(found.System.Entities, found.Word, out var description);
        return new ResolvedSide(found.System.Name, entity, found.System, description);
    }

    private (KnownSystem System, string Word)? Find(string side, string? system)
    {
        if (system is not null && names.Find(system) is { } known)
            return (known, side[(system.Length + 1)..]);
        return names.FindStart(side);
    }

    private ResolvedSide ResolveUnknown(string side, string? system)
    {
        string name = system ?? Guess(side);
        string word = side.Length > name.Length ? side[name.Length..].Trim() : side.Trim();
        Remember(name);
        string entity = EntityNames.Find(OfTitle?.Entities ?? [], word, out var description);
        return new ResolvedSide(ProposedName, entity, OfTitle, description);
    }

    // The system's part of a heading nobody knows: the title's name, also when it is written together, else the first word.
    private string Guess(string side)
    {
        for (int blank = side.LastIndexOf(' '); blank > 0; blank = side.LastIndexOf(' ', blank - 1))
        {
            if (Slug.Squash(side[..blank]) == Slug.Squash(title))
                return side[..blank];
        }
        int first = side.IndexOf(' ', StringComparison.Ordinal);
        return first > 0 ? side[..first] : "";
    }

    private void Remember(string name)
    {
        if (!_unknown.Contains(name, StringComparer.OrdinalIgnoreCase))
            _unknown.Add(name);
    }

    private IEnumerable<string> Proposed()
    {
        IEnumerable<string> all = OfTitle is null ? _unknown.Prepend(title) : _unknown;
        return all.Where(n => n.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase);
    }
}
