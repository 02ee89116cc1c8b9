using SesamTalk.Connectors.Values;

namespace SesamTalk.Connectors.Descriptions;

/// <summary>What a system says of one property of an entity.</summary>
/// <param name="Path">The property path, for example <c>MailAddress.City</c>.</param>
/// <param name="Type">The type of its values; for a foreign key the type of the key itself (text or integer).</param>
public sealed record PropertyDescription(string Path, PropertyType Type)
{
    /// <summary>The greatest length of a text, in UTF-16 units; <see langword="null"/> where not known.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Whether a record cannot be created without it.</summary>
    public bool Mandatory { get; init; }

    /// <summary>When it may be written.</summary>
    public WriteAccess Access { get; init; } = WriteAccess.Always;

    /// <summary>The entity of the same system whose key this property holds, if it is a foreign key.</summary>
    public string? References { get; init; }

    /// <summary>A narrower meaning of a text: <c>email</c> is compared without case (clause O4).</summary>
    public string? Format { get; init; }

    /// <summary>The finest step of a date-time that the system keeps, in ticks of 100 ns (clause O4).</summary>
    public long PrecisionTicks { get; init; } = 1;

    /// <summary>The column that holds it, for adapters over tables; the path itself where not said.</summary>
    public string? Column { get; init; }

    /// <summary>What the elements of a list look like, where each is made of properties; <see langword="null"/> where they are plain values.</summary>
    public ElementsDescription? Elements { get; init; }

    /// <summary>What to use instead, where the system is giving it up: the path of another property, or a sentence; <see langword="null"/> where it is not.</summary>
    public string? Deprecated { get; init; }

    /// <summary>What is not established by a source, or where it comes from: shown to authors.</summary>
    public string? Note { get; init; }
}
