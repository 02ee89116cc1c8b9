using System.Collections.Immutable;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Engine.Flows.Rules;

namespace SesamTalk.Engine.Proposing;

/// <summary>Judges how sure it is that two properties correspond: by their names, what the descriptions say, and the flows there are.</summary>
/// <param name="source">One side.</param>
/// <param name="target">The other side.</param>
/// <param name="known">The flows there are.</param>
internal sealed class PairJudge(ProposalSide source, ProposalSide target, KnownFlows known)
{
    private const double SeenElsewhere = 0.95;
    private const double BothNatural = 0.35;
    private const double BothMandatory = 0.1;
    private const double Linked = 0.5;
    private const double ByNote = 0.75;
    private const double NeedsConversion = 0.85;
    private const double OneSideFilled = 0.7;
    private const double OtherFormat = 0.6;

    private readonly NameLikeness _names = new([.. source.Words, .. target.Words]);
    private readonly Dictionary<string, ImmutableArray<string>> _words = new(StringComparer.Ordinal);

    /// <summary>The judgement; <see langword="null"/> where the two can have nothing to do with each other.</summary>
    public PropertyPair? Of(PropertyDescription one, PropertyDescription other)
    {
        var isReference = one.References is not null && other.References is not null;
        return !source.CanWrite(one) && !target.CanWrite(other) ? null
            : one.References is null != other.References is null || one.Elements is null != other.Elements is null ? null
            : isReference ? Reference(one, other)
            : one.Elements is null && TypesOf(one, other) == 0 ? null
            : Values(one, other);
    }

    private PropertyPair? Reference(PropertyDescription one, PropertyDescription other)
    {
        if (!known.Link(source.System, one.References!, target.System, other.References!))
        {
            return null;
        }

        var names = _names.Of(WordsOf(one.Path), WordsOf(other.Path));
        var sureness = Linked + ((1 - Linked) * names) + (one.Mandatory && other.Mandatory ? BothMandatory : 0);
        return new PropertyPair(one, other, Math.Min(1, sureness), [$"both refer to what flows link: {one.References} and {other.References}"]);
    }

    private PropertyPair? Values(PropertyDescription one, PropertyDescription other)
    {
        var (names, reason) = Names(one, other);
        var reasons = ImmutableArray.CreateBuilder<string>();
        reasons.Add(reason);
        if (source.IsNaturalKey(one.Path) && target.IsNaturalKey(other.Path))
        {
            names = Math.Min(1, names + BothNatural);
            reasons.Add("records are told apart by both");
        }

        if (known.FlowWith(one.Path, other.Path) is { } flow && names < SeenElsewhere)
        {
            names = SeenElsewhere;
            reasons.Insert(0, $"as in {flow}");
        }

        return new PropertyPair(one, other, names * TypesOf(one, other) * Doubts(one, other), reasons.ToImmutable()) { NamesOther = NamesOther(one, other) };
    }

    // Of several codes of a customer, an account's is the one that is called after accounts.
    private bool NamesOther(PropertyDescription one, PropertyDescription other) =>
        WordsOf(one.Path).Intersect(target.Words).Any() || WordsOf(other.Path).Intersect(source.Words).Any();

    private (double Likeness, string Reason) Names(PropertyDescription one, PropertyDescription other)
    {
        var (left, right) = (WordsOf(one.Path), WordsOf(other.Path));
        var names = _names.Of(left, right);
        var note = ByNote * Math.Max(NoteOf(other, left), NoteOf(one, right));
        return Documents.Slug.Squash(one.Path) == Documents.Slug.Squash(other.Path) ? (1, "same name")
            : note > names ? (note, "the note says it")
            : names == 1 ? (names, "names mean the same")
            : (names, "names alike");
    }

    // The first words of a note often give the name in plain words; behind them stand sources and remarks.
    private double NoteOf(PropertyDescription property, ImmutableArray<string> words) =>
        property.Note is { } note ? _names.Of(WordsOf(note.Split('(', ';', ',', ':')[0]), words) : 0;

    private ImmutableArray<string> WordsOf(string name) => _words.TryGetValue(name, out var words) ? words : _words[name] = NameWords.Of(name);

    private double TypesOf(PropertyDescription one, PropertyDescription other) =>
        TypeFit.Holds(one.Type, other.Type) ? 1
        : TypeChoice.ConversionOf(one.Type, other.Type) is not null ? NeedsConversion
        : (!target.CanWrite(other) || TypeFit.CanBecome(one.Type, other.Type)) && (!source.CanWrite(one) || TypeFit.CanBecome(other.Type, one.Type)) ? NeedsConversion
        : 0;

    // What the system fills by itself is mostly its own affair, unless it fills everything there.
    private double Doubts(PropertyDescription one, PropertyDescription other) =>
        (IsFilled(source, one) || IsFilled(target, other) ? OneSideFilled : 1) * (one.Format != other.Format ? OtherFormat : 1);

    private static bool IsFilled(ProposalSide side, PropertyDescription property) => side.IsWritten && property.Access == WriteAccess.Never;
}
