namespace SesamTalk.Engine.Diagnostics;

/// <summary>Names in a line of help.</summary>
internal static class NameList
{
    private const int Most = 12;

    /// <summary>The names, the first dozen of many.</summary>
    public static string Of(IReadOnlyCollection<string> names) => names.Count switch
    {
        0 => "none",
        <= Most => string.Join(", ", names),
        _ => $"{string.Join(", ", names.Take(Most))}, and {names.Count - Most} more",
    };
}
