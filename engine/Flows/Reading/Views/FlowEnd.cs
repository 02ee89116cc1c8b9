using SesamTalk.Connectors.Descriptions;
using SesamTalk.Engine.Flows.Reading.Drafts;
using SesamTalk.Engine.Selecting;

namespace SesamTalk.Engine.Flows.Reading.Views;

/// <summary>
/// One end of a flow: what is said of the target holds for the source as well, the other way round, so rules speak of ends.
/// </summary>
/// <param name="Draft">The side as written.</param>
/// <param name="IsTarget">Which end.</param>
/// <param name="System">The system, if there is one of that name.</param>
/// <param name="Entity">The entity, if there is one of that name.</param>
internal sealed record FlowEnd(SideDraft Draft, bool IsTarget, SystemView? System, EntityDescription? Entity)
{
    /// <summary>Whether its records are the elements of a list.</summary>
    public bool IsElement { get; init; }

    /// <summary>The direction of a row that writes only here.</summary>
    public Direction Hither => IsTarget ? Direction.ToTarget : Direction.ToSource;

    /// <summary>The word for the direction of a row that does not write here.</summary>
    public string AwayWord => IsTarget ? "to_source" : "to_target";

    /// <summary>The end as <c>system/entity</c>.</summary>
    public override string ToString() => $"{Draft.System.Value}/{Draft.Entity.Value}";

    /// <summary>The property of a row at this end, as written.</summary>
    public Located<string> PathOf(RowView row) => IsTarget ? row.Draft.Target : row.Draft.Source;

    /// <summary>The property of a row at this end, if it is known.</summary>
    public PropertyDescription? PropertyOf(RowView row) => IsTarget ? row.Target : row.Source;

    /// <summary>The property of a path, its own or one that the path selects, if it is known. Elements have no lists of their own.</summary>
    public PropertyDescription? Find(string path) =>
        Entity is not { } entity ? null : IsElement ? entity.Property(path) : ElementSelection.PropertyOf(entity, path);

    /// <summary>What a path selects; none where it selects nothing.</summary>
    public ElementSelection? SelectionOf(string path) => Entity is { } entity && !IsElement ? ElementSelection.Find(entity, path) : null;

    /// <summary>Whether a row writes here.</summary>
    public bool IsWrittenBy(RowView row) => row.Direction == Direction.Both || row.Direction == Hither;

    /// <summary>Why a property can never be written; <see langword="null"/> where it can.</summary>
    public string? WhyNotWritable(PropertyDescription property) =>
        Entity is not { } entity ? null
        : entity is { CanCreate: false, CanUpdate: false } ? "belongs to an entity that is only read"
        : property.Path == entity.Key.Property ? "is the key and cannot be written"
        : property.Access == WriteAccess.Never ? "is filled by the system"
        : null;
}
