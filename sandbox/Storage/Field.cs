using System.Collections.Immutable;
using System.Globalization;

namespace SesamTalk.Sandbox.Storage;

/// <summary>A field of an entity, as its line in a <c>.fields</c> file says.</summary>
/// <param name="Name">Its name on the wire and in the table; a dot leads into a nested object.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Marks">What else is true of it, in words that each stand-in defines.</param>
/// <param name="Expression">What it is computed from, as SQL over the row <c>t</c>; none for a column.</param>
internal sealed record Field(string Name, FieldType Type, ImmutableArray<string> Marks, string? Expression)
{
    /// <summary>The entity whose key it holds.</summary>
    public string? References { get; } = TextAfter(Marks, "ref:");

    /// <summary>The greatest length of its text.</summary>
    public int? MaxLength { get; } = NumberAfter(Marks, "max:");

    /// <summary>How wide it is filled with blanks on the left.</summary>
    public int? PaddedLeft { get; } = NumberAfter(Marks, "left:");

    /// <summary>How wide it is filled with blanks on the right.</summary>
    public int? PaddedRight { get; } = NumberAfter(Marks, "right:");

    /// <summary>Whether the table has a column for it; what is computed has one where flows read it by SQL (mark <c>stored</c>).</summary>
    public bool IsColumn => (Expression is null || Is("stored")) && Type != FieldType.Collection;

    /// <summary>Whether a mark stands in its line.</summary>
    public bool Is(string mark) => Marks.Contains(mark);

    /// <summary>Its value as SQL over the row <c>t</c>, with the blanks that the vendor fills it with.</summary>
    public string Sql()
    {
        var value = Expression is null ? $"t.{Tables.Sql.Quote(Name)}" : $"({Expression})";
        return (PaddedLeft, PaddedRight) switch
        {
            ({ } width, _) => $"CASE WHEN {value} IS NULL THEN NULL ELSE printf('%{width}s', {value}) END",
            (_, { } width) => $"CASE WHEN coalesce({value}, '') = '' THEN {value} ELSE printf('%-{width}s', {value}) END",
            _ => value,
        };
    }

    private static string? TextAfter(ImmutableArray<string> marks, string start) =>
        marks.FirstOrDefault(mark => mark.StartsWith(start, StringComparison.Ordinal))?[start.Length..];

    private static int? NumberAfter(ImmutableArray<string> marks, string start) =>
        TextAfter(marks, start) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
