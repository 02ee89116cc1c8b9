namespace SesamTalk.Engine.Selecting;

/// <summary>A path that selects an element of a list, such as <c>phones[type=mobile].number</c> (clause R9).</summary>
/// <param name="List">The path of the list.</param>
/// <param name="Discriminator">The element property that tells the elements apart.</param>
/// <param name="Wanted">What it holds in the element that is meant.</param>
/// <param name="Property">The path within the element.</param>
internal sealed record SelectingPath(string List, string Discriminator, string Wanted, string Property)
{
    /// <summary>The same path is always spelt the same, so that it is one property: quotes stand only where they are needed.</summary>
    public override string ToString() => $"{PrefixOf(List, Discriminator, Wanted)}.{Property}";

    /// <summary>What stands before the property of an element: the list and its selector.</summary>
    public static string PrefixOf(string list, string discriminator, string wanted) => $"{list}[{discriminator}={Quoted(wanted)}]";

    /// <summary>A path as it is always spelt; one that selects nothing, or that cannot be read, stays as it is.</summary>
    public static string Spelt(string text) => PathReader.Read(text).Path?.ToString() ?? text;

    private static string Quoted(string wanted) => wanted.AsSpan().IndexOfAny("[]'\"") >= 0 || wanted.Trim() != wanted
        ? $"'{wanted.Replace("'", "''", StringComparison.Ordinal)}'"
        : wanted;
}
