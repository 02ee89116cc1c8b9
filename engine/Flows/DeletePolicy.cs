using System.Collections.Immutable;

namespace SesamTalk.Engine.Flows;

/// <summary>What becomes of the counterpart of a record that is gone (clause D1).</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Archive">What is written into the counterpart, where it is archived.</param>
public sealed record DeletePolicy(DeleteKind Kind, ImmutableArray<ArchivedValue> Archive)
{
    /// <summary>The counterpart stays.</summary>
    public static DeletePolicy Keep { get; } = new(DeleteKind.Keep, []);
}

/// <summary>What is done with the counterpart of a record that is gone (clause D1).</summary>
public enum DeleteKind
{
    /// <summary>It stays, and the link ends.</summary>
    Keep,

    /// <summary>It is deleted as well.</summary>
    Propagate,

    /// <summary>It is given certain values.</summary>
    Archive,
}

/// <summary>A value that an archived record is given.</summary>
/// <param name="IsTarget">Whether it goes to records of the target side.</param>
/// <param name="Path">The property.</param>
/// <param name="Value">The value, as text in the spelling of the property's type.</param>
public sealed record ArchivedValue(bool IsTarget, string Path, string Value);
