using System.Collections.Immutable;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Engine.Diagnostics;

namespace SesamTalk.Engine.Flows.Reading.Drafts;

/// <summary>An entity description as its author wrote it: the description itself, and the places of its parts.</summary>
internal sealed record EntityDraft(Located<string> Name, EntityDescription Description)
{
    public required Located<string> Key { get; init; }

    public ImmutableArray<Located<string>> NaturalKeyProperties { get; init; } = [];

    public Located<string>? ExternalReference { get; init; }

    public Located<string>? Modified { get; init; }

    public Place? Table { get; init; }

    public Place? Query { get; init; }

    public Place? Can { get; init; }

    public ImmutableArray<PropertyDraft> Properties { get; init; } = [];

    /// <summary>The properties, with those of the elements of lists behind their lists.</summary>
    public IEnumerable<PropertyDraft> AllProperties => Properties.SelectMany(property => (property.Elements?.Properties ?? []).Prepend(property));
}

/// <summary>What elements look like, as written.</summary>
internal sealed record ElementPropertiesDraft(Place Place, Located<string>? Key, Located<string>? OrderBy, ImmutableArray<PropertyDraft> Properties);

/// <summary>A property description as written.</summary>
internal sealed record PropertyDraft(Located<string> Path, PropertyDescription Description)
{
    public Located<string>? References { get; init; }

    public Place? MaxLength { get; init; }

    public Place? Format { get; init; }

    public Place? Precision { get; init; }

    public ElementPropertiesDraft? Elements { get; init; }
}
