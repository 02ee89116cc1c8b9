using System.Collections.Immutable;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Engine.Proposing;

/// <summary>Finds the rows of a flow: each property at most once, the surest pairs first.</summary>
/// <param name="source">One side.</param>
/// <param name="target">The other side.</param>
/// <param name="known">The flows there are.</param>
internal sealed class RowProposals(ProposalSide source, ProposalSide target, KnownFlows known)
{
    /// <summary>How sure a pair must be to be proposed.</summary>
    public const double Least = 0.6;

    // Rounding must not decide.
    private const double Hair = 1e-9;
    private const int Digits = 6;

    // Where each system has codes of its own, equal names do not make equal values.
    private static readonly string[] Coded = ["status", "type", "kind", "state", "gender", "category", "group"];

    /// <summary>The rows, in the order of the source's description.</summary>
    public ImmutableArray<ProposedRow> Find()
    {
        var judge = new PairJudge(source, target, known);
        var pairs = from one in source.Properties
                    from other in target.Properties
                    let pair = judge.Of(one, other)
                    where pair is not null && pair.Sureness >= Least - Hair
                    select pair;
        var chosen = Choose(pairs).ToDictionary(pair => pair.Source.Path, Row, StringComparer.Ordinal);
        return [.. source.Properties.Select(property => chosen.GetValueOrDefault(property.Path)).OfType<ProposedRow>()];
    }

    private static IEnumerable<PropertyPair> Choose(IEnumerable<PropertyPair> pairs)
    {
        HashSet<string> sources = new(StringComparer.Ordinal), targets = new(StringComparer.Ordinal);
        foreach (var pair in pairs.OrderByDescending(pair => Math.Round(pair.Sureness, Digits)).ThenByDescending(pair => pair.NamesOther))
        {
            if (!sources.Contains(pair.Source.Path) && !targets.Contains(pair.Target.Path))
            {
                sources.Add(pair.Source.Path);
                targets.Add(pair.Target.Path);
                yield return pair;
            }
        }
    }

    private ProposedRow? Row(PropertyPair pair)
    {
        var (direction, why) = TypeChoice.DirectionOf(source, pair.Source, target, pair.Target);
        var type = pair.IsReference ? PropertyType.Reference : pair.Target.Type;
        var row = new ProposedRow(pair.Source.Path, pair.Target.Path, type, pair.Sureness, [.. pair.Reasons, .. Doubts(pair), .. why is null ? [] : new[] { why }])
        {
            Direction = direction,
            Of = pair.IsReference ? new ReferencedEntities(pair.Source.References!, pair.Target.References!) : null,
            Convert = TypeChoice.ConversionOf(pair.Source.Type, pair.Target.Type),
        };
        return pair.IsList ? new ElementProposals(source, target, known).Complete(row, pair) : row;
    }

    private static IEnumerable<string> Doubts(PropertyPair pair)
    {
        if (pair.IsReference || pair.IsList)
        {
            yield break;
        }

        if (NameWords.Of(pair.Source.Path).Concat(NameWords.Of(pair.Target.Path)).Any(Coded.Contains))
        {
            yield return "if the codes differ, 'convert: { lookup: ... }'";
        }

        if (pair.Target.MaxLength is { } length && pair.Source.Type == PropertyType.String && !(pair.Source.MaxLength <= length))
        {
            yield return $"{pair.Target.Path} takes {length} characters";
        }
    }
}
