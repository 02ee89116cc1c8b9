namespace SesamTalk.Simulation.Histories;

/// <summary>Values as acts write them: <c>m: a@x, x: ab~</c>; a tilde is a blank at the end, nothing is no value.</summary>
internal static class GivenValues
{
    /// <summary>Reads properties and their values.</summary>
    public static IEnumerable<(string Property, string? Value)> Read(string text)
    {
        foreach (var part in text.Split(", ", StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            var value = part[(colon + 1)..].Trim().Replace('~', ' ');
            yield return (part[..colon], value.Length == 0 ? null : value);
        }
    }

    /// <summary>What is left of a value after any spelling that a conversion or a system may give it: two values of different edits differ in it.</summary>
    public static string Essence(string property, string? value)
    {
        if (property == "l")
        {
            return string.Join(" | ", ElementText.Lines(value).Select(line => string.Join('/', line.Split('/').Select(part => Essence("v", part)))));
        }

        var text = (value ?? string.Empty).Trim().ToUpperInvariant();
        return property is "m" or "n" || text.Length <= 2 ? text : text[..2];
    }
}
