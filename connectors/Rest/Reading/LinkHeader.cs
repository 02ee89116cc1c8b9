namespace SesamTalk.Connectors.Rest.Reading;

/// <summary>The header <c>Link</c> (RFC 8288).</summary>
internal static class LinkHeader
{
    /// <summary>The address that it calls <c>next</c>; <see langword="null"/> where there is none.</summary>
    public static string? Next(string header)
    {
        for (var start = header.IndexOf('<', StringComparison.Ordinal); start >= 0; start = header.IndexOf('<', start + 1))
        {
            var end = header.IndexOf('>', start);
            if (end < 0)
            {
                return null;
            }

            var following = header.IndexOf('<', end);
            var parameters = header[(end + 1)..(following < 0 ? header.Length : following)];
            if (parameters.Split(';', ',').Any(IsNext))
            {
                return header[(start + 1)..end];
            }
        }

        return null;
    }

    private static bool IsNext(string parameter)
    {
        var parts = parameter.Split('=', 2, StringSplitOptions.TrimEntries);
        return parts is ["rel", var relation] && relation.Trim('"').Split(' ').Contains("next", StringComparer.OrdinalIgnoreCase);
    }
}
