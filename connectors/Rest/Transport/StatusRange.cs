using System.Globalization;

namespace SesamTalk.Connectors.Rest.Transport;

/// <summary>Statuses of HTTP, both ends included.</summary>
/// <param name="First">The first.</param>
/// <param name="Last">The last.</param>
internal readonly record struct StatusRange(int First, int Last)
{
    /// <summary>Reads <c>404</c>, <c>5xx</c> or <c>400-499</c>; <see langword="null"/> for anything else.</summary>
    public static StatusRange? Parse(string text)
    {
        if (text is [>= '1' and <= '5' and var hundreds, 'x' or 'X', 'x' or 'X'])
            return new StatusRange((hundreds - '0') * 100, ((hundreds - '0') * 100) + 99);
        var ends = text.Split('-');
        return ends.Length <= 2 && Number(ends[0]) is { } first && Number(ends[^1]) is { } last && first <= last
            ? new StatusRange(first, last)
            : null;
    }

    /// <summary>Whether a status is among them.</summary>
    public bool Contains(int status) => First <= status && status <= Last;

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 100 and <= 599 ? number : null;
}
