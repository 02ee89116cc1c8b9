namespace SesamTalk.Connectors.Rest.Authentication;

/// <summary>The query of an address.</summary>
internal static class Query
{
    /// <summary>The address with one parameter more.</summary>
    public static Uri With(Uri address, string name, string value)
    {
        var builder = new UriBuilder(address);
        var parameter = $"{Uri.EscapeDataString(name)}={Uri.EscapeDataString(value)}";
        builder.Query = builder.Query.Length > 1 ? $"{builder.Query}&{parameter}" : parameter;
        return builder.Uri;
    }

    /// <summary>The first value of a parameter; <see langword="null"/> where it is not there.</summary>
    public static string? Value(Uri address, string name)
    {
        foreach (var part in address.Query.TrimStart('?').Split('&'))
        {
            var (key, value) = part.IndexOf('=', StringComparison.Ordinal) is >= 0 and var at ? (part[..at], part[(at + 1)..]) : (part, string.Empty);
            if (Decode(key) == name)
                return Decode(value);
        }

        return null;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
