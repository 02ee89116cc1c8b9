using System.Globalization;

namespace SesamTalk.Connectors.Rest.Values;

/// <summary>Instants as <c>/Date(ms)/</c>, the form of the first JSON of OData.</summary>
internal static class DateMilliseconds
{
    private const string Start = "/Date(";
    private const string End = ")/";

    /// <summary>Reads one. An offset behind the number says only how to show it.</summary>
    public static bool TryRead(string text, out DateTime instant)
    {
        instant = default;
        if (!text.StartsWith(Start, StringComparison.Ordinal) || !text.EndsWith(End, StringComparison.Ordinal) || text.Length <= Start.Length + End.Length)
        {
            return false;
        }

        var number = text.AsSpan(Start.Length, text.Length - Start.Length - End.Length);
        var offset = number[1..].IndexOfAny('+', '-');
        number = offset < 0 ? number : number[..(offset + 1)];
        return long.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var milliseconds) && UnixTime.TryMilliseconds(milliseconds, out instant);
    }

    /// <summary>Writes one.</summary>
    public static string Of(DateTime instant) => string.Create(CultureInfo.InvariantCulture, $"{Start}{UnixTime.MillisecondsOf(instant)}{End}");
}
