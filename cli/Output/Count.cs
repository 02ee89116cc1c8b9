using System.Globalization;

namespace SesamTalk.Cli.Output;

/// <summary>Numbers in sentences.</summary>
internal static class Count
{
    /// <summary>A number, in groups of three digits.</summary>
    public static string Of(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A number of things, for example <c>1 flow</c>, <c>2 flows</c>.</summary>
    public static string Of(long number, string one, string? many = null) => $"{Of(number)} {(number == 1 ? one : many ?? one + "s")}";

    /// <summary>A length of time in seconds.</summary>
    public static string Seconds(TimeSpan time) => time.TotalSeconds.ToString(time.TotalSeconds < 10 ? "0.00" : "N0", CultureInfo.InvariantCulture);
}
