using System.Collections.Immutable;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Engine.Proposing;

/// <summary>One of the two entities that a flow is proposed for, or the elements of a list of theirs.</summary>
/// <param name="System">The system.</param>
/// <param name="Entity">The entity.</param>
internal sealed record ProposalSide(string System, EntityDescription Entity)
{
    /// <summary>Whether anything may be written there.</summary>
    public bool IsWritten => Entity.CanCreate || Entity.CanUpdate;

    /// <summary>The words of its name.</summary>
    public ImmutableArray<string> Words => NameWords.Of(Entity.Name);

    /// <summary>The properties that a row may be about: no key, nothing that only the machines need, and no list inside of elements.</summary>
    public IEnumerable<PropertyDescription> Properties => Entity.Properties.Where(IsMeant);

    /// <summary>The side as flows name it.</summary>
    public OutlinedSide Outline => new(System, Entity.Name);

    /// <summary>Whether a property may be written.</summary>
    public bool CanWrite(PropertyDescription property) =>
        IsWritten && property.Access != WriteAccess.Never && property.Path != Entity.Key.Property;

    /// <summary>Whether a property alone names a record.</summary>
    public bool IsNaturalKey(string path) => Entity.NaturalKeys.Any(key => key is [var only] && only == path);

    /// <summary>The properties without which no record can be made, but for those that some row gives.</summary>
    public ImmutableArray<string> NeededBeside(IEnumerable<string> given) =>
    [
        .. Entity.Properties
            .Where(property => property.Mandatory && property.Access != WriteAccess.Never && property.Path != Entity.Key.Property && property.Path != Entity.Modified)
            .Select(property => property.Path)
            .Except(given, StringComparer.Ordinal),
    ];

    /// <summary>The elements of a list as a side of their own.</summary>
    public ProposalSide Elements(PropertyDescription list) => this with { Entity = Mapping.ElementFlows.Describe(Entity, list) };

    // What a system is giving up is nothing to begin with. C3: by its external reference a create that was cut off is found again, so that one stays free.
    private bool IsMeant(PropertyDescription property) =>
        property.Path != Entity.Key.Property && property.Path != Entity.Modified && property.Path != Entity.ExternalReference
        && property.Deprecated is null;
}
