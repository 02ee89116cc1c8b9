namespace SesamTalk.Connectors.Systems;

/// <summary>One thing that was looked at.</summary>
/// <param name="Layer">What it belongs to.</param>
/// <param name="Result">How it is.</param>
/// <param name="Message">What was found, in plain words.</param>
public sealed record Examination(ExaminationLayer Layer, ExaminationResult Result, string Message)
{
    /// <summary>What a person can do about it.</summary>
    public string? Cure { get; init; }

    /// <summary>The setting that is only assumed, where that is what was found: many of them can be told together.</summary>
    public string? Assumed { get; init; }

    /// <summary>Something is as it should be.</summary>
    public static Examination Fine(ExaminationLayer layer, string message) => new(layer, ExaminationResult.Fine, message);

    /// <summary>Something works and may surprise.</summary>
    public static Examination Warning(ExaminationLayer layer, string message, string cure) => new(layer, ExaminationResult.Warning, message) { Cure = cure };

    /// <summary>Something does not work.</summary>
    public static Examination Failure(ExaminationLayer layer, string message, string? cure) => new(layer, ExaminationResult.Failure, message) { Cure = cure };

    /// <summary>The system as a whole cannot be worked with, at least for now.</summary>
    /// <param name="failure">Why.</param>
    /// <param name="now">The time.</param>
    public static Examination Failure(SystemFailureException failure, DateTimeOffset now) => Failure(ExaminationLayer.Credentials, failure.Message, failure switch
    {
        SystemBusyException busy => $"Wait until {WaitText.Until(now, busy.RetryAfter)}{(busy.InsteadOfWaiting is { } instead ? $", or {instead}" : ".")}",
        SystemUnavailableException => "See whether it is up and can be reached from here, and try again.",
        _ => failure.Cure,
    });

    /// <summary>Something was not looked at, because something before it does not work.</summary>
    public static Examination NotTried(ExaminationLayer layer, string message) => new(layer, ExaminationResult.NotTried, message);
}
