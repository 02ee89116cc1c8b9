namespace SesamTalk.Engine.Linking;

/// <summary>Why two records are linked (clause I7).</summary>
/// <param name="Kind">The kind of evidence.</param>
/// <param name="Detail">Which rule, or what else is to be known.</param>
internal sealed record Evidence(EvidenceKind Kind, string? Detail)
{
    /// <summary>They are in one cluster (clause I2a).</summary>
    public static Evidence Cluster { get; } = new(EvidenceKind.Cluster, null);

    /// <summary>One was created for the other (clause I2d).</summary>
    public static Evidence Created { get; } = new(EvidenceKind.Created, null);

    /// <summary>A person said so (clause I2b).</summary>
    public static Evidence Person { get; } = new(EvidenceKind.Person, null);

    /// <summary>A match rule holds between them, one to one (clause I4).</summary>
    public static Evidence Rule(string rule) => new(EvidenceKind.Rule, rule);
}

/// <summary>Kinds of evidence (clause I7).</summary>
public enum EvidenceKind
{
    /// <summary>A match rule.</summary>
    Rule = 1,

    /// <summary>A member of the same cluster.</summary>
    Cluster = 2,

    /// <summary>One record was created for the other.</summary>
    Created = 3,

    /// <summary>A person said so.</summary>
    Person = 4,
}
