using System.Collections.Immutable;
using SesamTalk.Connectors.Descriptions;

namespace SesamTalk.Engine.Proposing;

/// <summary>Two properties that may correspond.</summary>
/// <param name="Source">The source's.</param>
/// <param name="Target">The target's.</param>
/// <param name="Sureness">How sure it is, from 0 to 1.</param>
/// <param name="Reasons">What speaks for it.</param>
internal sealed record PropertyPair(PropertyDescription Source, PropertyDescription Target, double Sureness, ImmutableArray<string> Reasons)
{
    /// <summary>Whether one of the two is called after the entity across, which goes before where others are as sure.</summary>
    public bool NamesOther { get; init; }

    /// <summary>Whether it is a reference that is translated.</summary>
    public bool IsReference => Source.References is not null && Target.References is not null;

    /// <summary>Whether it is a pair of lists of elements.</summary>
    public bool IsList => Source.Elements is not null && Target.Elements is not null;
}
