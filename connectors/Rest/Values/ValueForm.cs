using System.Collections.Immutable;

namespace SesamTalk.Connectors.Rest.Values;

/// <summary>How a system writes the values of a property in JSON.</summary>
internal sealed record ValueForm
{
    /// <summary>Where the value stands in a record, names joined by points; the property's own path where not said.</summary>
    public string? At { get; init; }

    /// <summary>How instants are written.</summary>
    public DateTimeForm DateTime { get; init; }

    /// <summary>How calendar dates are written.</summary>
    public DateForm Date { get; init; }

    /// <summary>The zone of times without an offset.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Whether blanks at the ends of texts are taken away when they are read.</summary>
    public bool Trims { get; init; }

    /// <summary>The length to which texts are filled up with blanks when they are sent; 0 for none.</summary>
    public int PadLength { get; init; }

    /// <summary>Whether the blanks stand before the text.</summary>
    public bool PadsLeft { get; init; }

    /// <summary>Whether numbers are sent as texts. They are always read as both.</summary>
    public bool NumbersAsText { get; init; }

    /// <summary>Whether the value is sent; not where the system fills it itself, though its description says that it can be written.</summary>
    public bool IsSent { get; init; } = true;

    /// <summary>How no value is sent.</summary>
    public EmptyForm Empty { get; init; }

    /// <summary>Texts that stand for no value when they are read.</summary>
    public ImmutableArray<string> None { get; init; } = [];
}
