namespace SesamTalk.Simulation.Histories;

/// <summary>Lists of elements as text, <c>1/Ab/Cd | 2/Ef/</c>: the key, and the properties <c>v</c> and <c>w</c>; in order of their keys.</summary>
internal static class ElementText
{
    private static readonly string[] Properties = ["k", "v", "w"];

    /// <summary>The elements, one a line.</summary>
    public static List<string> Lines(string? text) => [.. (text ?? string.Empty).Split(" | ", StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>What stands at a place, <c>l[2].v</c>; at <c>l[2]</c>, whether there is such an element.</summary>
    public static string? At(string? text, string place)
    {
        var line = Lines(text).Find(line => line.Split('/')[0] == KeyOf(place));
        return line is null ? null : place.EndsWith(']') ? "there" : line.Split('/')[Array.IndexOf(Properties, place[^1..])];
    }

    /// <summary>Does what a user does: <c>2 v Ab</c>, <c>2 gone</c> or <c>turned</c>.</summary>
    /// <returns>The elements in their new order, and the place that was changed with its new value; none where only the order is another.</returns>
    public static (List<string> Lines, string? Place, string? Value) Apply(List<string> lines, string text)
    {
        var words = text.Split(' ', 3);
        if (words is ["turned"])
        {
            return ([.. lines.AsEnumerable().Reverse()], null, null);
        }

        var (others, found) = (lines.Where(line => line.Split('/')[0] != words[0]).ToList(), lines.Find(line => line.Split('/')[0] == words[0]));
        if (words[1] == "gone")
        {
            return (others, found is null ? null : $"l[{words[0]}]", null);
        }

        var (parts, value) = ((found ?? $"{words[0]}//").Split('/'), words[2].Replace('~', ' '));
        parts[Array.IndexOf(Properties, words[1])] = value;
        return ([.. others, string.Join('/', parts)], $"l[{words[0]}].{words[1]}", value);
    }

    private static string KeyOf(string place) => place.Split('[', ']')[1];
}
