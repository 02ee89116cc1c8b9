namespace SesamTalk.Connectors.Rest.Templates;

/// <summary>What placeholders stand for in one request.</summary>
internal static class Placeholders
{
    /// <summary>Nothing.</summary>
    public static string? None(string name) => null;

    /// <summary>These, and what was there before.</summary>
    public static Func<string, string?> With(this Func<string, string?> before, params (string Name, string? Value)[] values) => name =>
    {
        foreach (var (own, value) in values)
        {
            if (own == name)
            {
                return value;
            }
        }

        return before(name);
    };
}
