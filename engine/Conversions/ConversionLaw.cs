namespace SesamTalk.Engine.Conversions;

/// <summary>What a conversion promises of going there and back, for all values that it does not refuse.</summary>
public sealed record ConversionLaw
{
    private ConversionLaw(LawKind kind, string? wayBack = null)
    {
        Kind = kind;
        WayBack = wayBack;
    }

    /// <summary>Nothing is lost either way: the source can be told from the target alone.</summary>
    public static ConversionLaw Lossless { get; } = new(LawKind.Lossless);

    /// <summary>It does not run back: a row with it must say its direction.</summary>
    public static ConversionLaw OneWay { get; } = new(LawKind.OneWay);

    /// <summary>How much comes back.</summary>
    public LawKind Kind { get; }

    /// <summary>What an edit of the target puts into the source, where that loses something: <c>capitals</c>.</summary>
    public string? WayBack { get; }

    /// <summary>Which target values it holds for the same, beyond what everybody does (clause O4), in the words of a person.</summary>
    public string? Same { get; init; }

    /// <summary>
    /// How the way back writes a source where the conversion holds several spellings of it for the same; none where it does not.
    /// What stands before the conversion in a row may tell these spellings apart.
    /// </summary>
    public string? Spelling { get; init; }

    /// <summary>It runs back, but something is lost by it.</summary>
    /// <param name="wayBack">What an edit of the target puts into the source.</param>
    public static ConversionLaw LossyBack(string wayBack) => new(LawKind.LossyBack, wayBack);
}

/// <summary>How much of a source comes back from its target.</summary>
public enum LawKind
{
    /// <summary>All of it.</summary>
    Lossless,

    /// <summary>Not all of it.</summary>
    LossyBack,

    /// <summary>Nothing: there is no way back.</summary>
    OneWay,
}
