namespace SesamTalk.Engine.Portraits;

/// <summary>One side of a flow, or an entity of a list of entities.</summary>
/// <param name="System">The name of the system, as written.</param>
/// <param name="Entity">The name of the entity, as written.</param>
public sealed record SidePortrait(string System, string Entity)
{
    /// <summary>Whether there is such an entity; where not, nothing else is known of it.</summary>
    public bool IsKnown { get; init; }

    /// <summary>The property that names its records.</summary>
    public string? Key { get; init; }

    /// <summary>Whether records may be created.</summary>
    public bool CanCreate { get; init; }

    /// <summary>Whether records may be changed.</summary>
    public bool CanUpdate { get; init; }

    /// <summary>Whether records may be deleted.</summary>
    public bool CanDelete { get; init; }

    /// <summary>The side as <c>system/entity</c>.</summary>
    public override string ToString() => $"{System}/{Entity}";
}
