using System.Text;

namespace SesamTalk.Simulation.Worlds;

/// <summary>A row.</summary>
/// <param name="Source">The property of the source.</param>
/// <param name="Way"><c>=</c>, <c>></c> or <c>&lt;</c>.</param>
/// <param name="Target">The property of the target.</param>
/// <param name="Conversion"><c>upper</c>, <c>cut3</c>, or none.</param>
/// <param name="Of">The entities that a reference refers to, <c>P P</c>; none for a value.</param>
internal sealed record RowPlan(string Source, string Way, string Target, string? Conversion = null, string? Of = null)
{
    /// <summary>What the source must be like for the row to count, <c>n in pa,-</c> (clause R9).</summary>
    public string? If { get; init; }

    /// <summary>What the target must be like for the row to count.</summary>
    public string? IfTarget { get; init; }

    /// <summary>Its conflict policy (clause R4); none for <c>latest</c>.</summary>
    public string? Conflict { get; init; }

    /// <summary>What is done where two values differ on a new link (clause R5).</summary>
    public string? OnLink { get; init; }

    /// <summary>Whether what is edited on the receiving side is taken back (clause R7).</summary>
    public bool Enforce { get; init; }

    /// <summary>The key that pairs the elements of two lists, and the rows of the elements, <c>k { v = v + w = w }</c> (clause R11).</summary>
    public string? Each { get; init; }

    /// <summary>The same row, with the paths by which flows name its properties.</summary>
    public RowPlan At(Func<string, string> source, Func<string, string> target) => this with
    {
        Source = source(Source),
        Target = target(Target),
        If = If?.Split(' ', 2) is [var asked, var values] ? $"{source(asked)} {values}" : null,
        IfTarget = IfTarget?.Split(' ', 2) is [var askedThere, var valuesThere] ? $"{target(askedThere)} {valuesThere}" : null,
    };

    /// <summary>Reads the short form.</summary>
    public static RowPlan Read(string text)
    {
        if (text.IndexOf(" each ", StringComparison.Ordinal) is var each and > 0)
        {
            var end = text.IndexOf('}', StringComparison.Ordinal) + 1;
            return Read(text[..each] + text[end..]) with { Each = text[(each + 6)..end] };
        }

        var words = text.Split(' ');
        string? After(string word, int count) => Array.IndexOf(words, word, 3) is var at and > 0 ? string.Join(' ', words[(at + 1)..(at + 1 + count)]) : null;
        return new RowPlan(words[0], words[1], words[2], After("via", 1), After("of", 2))
        {
            If = After("if", 3),
            IfTarget = After("iftarget", 3),
            Conflict = After("conflict", 1),
            OnLink = After("onlink", 1),
            Enforce = words[^1] == "enforce",
        };
    }

    /// <summary>The same with one thing less that it says, each in turn.</summary>
    public IEnumerable<RowPlan> Simpler() => new[]
    {
        this with { Conversion = null }, this with { If = null }, this with { IfTarget = null }, this with { Conflict = null }, this with { OnLink = null }, this with { Enforce = false },
        this with { Each = Each is null ? null : PlainElements },
    }.Where(row => row != this);

    /// <summary>Elements of which every property goes both ways as it is.</summary>
    public const string PlainElements = "k { v = v + w = w }";

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder($"{Source} {Way} {Target}{(Each is null ? "" : $" each {Each}")}");
        foreach (var (word, said) in new[] { ("via", Conversion), ("of", Of), ("if", If), ("iftarget", IfTarget), ("conflict", Conflict), ("onlink", OnLink) })
        {
            text.Append(said is null ? "" : $" {word} {said}");
        }

        return text.Append(Enforce ? " enforce" : "").ToString();
    }
}
