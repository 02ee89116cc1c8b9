namespace SesamTalk.Engine.Flows;

/// <summary>Who wins where both sides carry an edit that the other has not seen (clause R4).</summary>
public enum ConflictPolicy
{
    /// <summary>The later edit.</summary>
    Latest,

    /// <summary>The later generation; of two that did not see each other, the source's.</summary>
    Source,

    /// <summary>The later generation; of two that did not see each other, the target's.</summary>
    Target,

    /// <summary>Nobody until a person decides.</summary>
    Review,
}
