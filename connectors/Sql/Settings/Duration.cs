using System.Globalization;
using SesamTalk.Connectors.Systems;

namespace SesamTalk.Connectors.Sql.Settings;

/// <summary>Lengths of time as settings write them: a number and <c>ms</c>, <c>s</c>, <c>m</c> or <c>h</c>; seconds where no unit is written.</summary>
internal static class Duration
{
    private static readonly (string Unit, double Milliseconds)[] Units = [("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000), (string.Empty, 1000)];

    /// <summary>Reads a setting.</summary>
    /// <exception cref="SystemRefusedException">It is not understood.</exception>
    public static TimeSpan Parse(string setting, string text)
    {
        foreach (var (unit, milliseconds) in Units)
        {
            if (text.EndsWith(unit, StringComparison.Ordinal)
                && int.TryParse(text.AsSpan(0, text.Length - unit.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            {
                return TimeSpan.FromMilliseconds(Math.Min(count * milliseconds, int.MaxValue));
            }
        }

        throw new SystemRefusedException($"the setting {setting} is '{text}', which is no length of time", "Write a number with ms, s, m or h, such as 500ms or 10s.");
    }
}
