using System.Collections.Immutable;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Mapping;

/// <summary>A match rule, compiled to places in the shapes of its two entities.</summary>
internal sealed class MappedMatchRule
{
    private readonly ImmutableArray<(int Source, int Target, CanonicalForm Form)> _pairs;
    private readonly ImmutableHashSet<string> _except;

    public MappedMatchRule(MatchRule rule, int number, MappedEntity source, MappedEntity target)
    {
        Number = number;
        Description = string.Join(" and ", rule.Pairs.Select(p => p.Source == p.Target ? p.Source : $"{p.Source} = {p.Target}"));
        _pairs = [.. rule.Pairs.Select(p => (
            source.Shape.IndexOf(p.Source),
            target.Shape.IndexOf(p.Target),
            CanonicalForm.Of(source.PropertyOf(p.Source), target.PropertyOf(p.Target))))];
        _except = [.. rule.Except.Select(e => ComparableText.Of(Value.Text(e), new CanonicalForm(true, 1)))];
    }

    /// <summary>Its number in the flow, from 0.</summary>
    public int Number { get; }

    /// <summary>The rule for a person, such as <c>email = Email</c>.</summary>
    public string Description { get; }

    /// <summary>A number for what a record carries under this rule: equal for equal values; none where a value is missing or excepted (clause I3).</summary>
    public long? NumberOf(Value[] values, Side side)
    {
        var fingerprint = Fingerprint.Start;
        foreach (var text in TextsOf(values, side))
        {
            if (text is null)
            {
                return null;
            }

            fingerprint = fingerprint.Add(text);
        }

        return fingerprint.Value;
    }

    /// <summary>Whether two records carry the same values under this rule.</summary>
    public bool Matches(Value[] source, Value[] target) =>
        TextsOf(source, Side.Source).SequenceEqual(TextsOf(target, Side.Target));

    /// <summary>What a record carries under this rule, for a person.</summary>
    public string Shown(Value[] values, Side side) => string.Join(", ", TextsOf(values, side));

    private IEnumerable<string?> TextsOf(Value[] values, Side side) => _pairs.Select(pair =>
    {
        var value = values[side == Side.Source ? pair.Source : pair.Target];
        return CanonicalForm.IsEmpty(value) || _except.Contains(ComparableText.Of(value, new CanonicalForm(true, 1))) ? null : ComparableText.Of(value, pair.Form);
    });
}

/// <summary>A side of a flow.</summary>
internal enum Side
{
    /// <summary>The source.</summary>
    Source,

    /// <summary>The target.</summary>
    Target,
}

/// <summary>Facts about sides.</summary>
internal static class Sides
{
    /// <summary>Both sides, source first.</summary>
    public static readonly ImmutableArray<Side> Both = [Side.Source, Side.Target];

    /// <summary>The other one.</summary>
    public static Side Other(this Side side) => side == Side.Source ? Side.Target : Side.Source;
}
