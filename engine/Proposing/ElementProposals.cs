using System.Collections.Immutable;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Engine.Proposing;

/// <summary>Finds how the elements of two lists correspond, such as the lines of orders (clause R11).</summary>
/// <param name="source">One side.</param>
/// <param name="target">The other side.</param>
/// <param name="known">The flows there are.</param>
internal sealed class ElementProposals(ProposalSide source, ProposalSide target, KnownFlows known)
{
    private const string Position = "position";

    /// <summary>The row with the rows of the elements; none where nothing pairs them, or new ones could be made on neither side.</summary>
    public ProposedRow? Complete(ProposedRow list, PropertyPair pair)
    {
        var (one, other) = (source.Elements(pair.Source), target.Elements(pair.Target));
        var rows = new RowProposals(one, other, known).Find();
        if (KeyOf(one, other, rows) is not { } key || DirectionOf(list, one, other, rows, key) is not { } direction)
        {
            return null;
        }

        // What only pairs elements is copied into new ones, and needs no row.
        ImmutableArray<ProposedRow> elements = [.. rows.Where(row => row.Of is not null || (row.Source, row.Target) != (key.Source, key.Target)).Select(row => Turned(row, direction)).OfType<ProposedRow>()];
        return list with
        {
            Direction = direction,
            Elements = new ProposedElements(key, elements),
            Reasons = [.. list.Reasons, $"elements find each other by {key.Source} and {key.Target}"],
        };
    }

    // A list that runs one way takes its elements with it, and those that cannot go are left.
    private static ProposedRow? Turned(ProposedRow row, Direction direction) =>
        direction == Direction.Both ? row : row.Direction == direction || row.Direction == Direction.Both ? row with { Direction = Direction.Both } : null;

    // All flows pair the elements of a list by the same properties; where none does yet: by position if both sides take one, else by what is referred to.
    private MatchPair? KeyOf(ProposalSide one, ProposalSide other, ImmutableArray<ProposedRow> rows)
    {
        var candidates = rows.Where(row => row.Direction == Direction.Both && IsPosition(row)).Concat(rows.Where(row => row.Of is not null && row.Direction == Direction.Both));
        var key = candidates.FirstOrDefault(row => Agrees(one, row.Source) && Agrees(other, row.Target));
        return key is null ? null : new MatchPair(key.Source, key.Target);
    }

    private bool Agrees(ProposalSide side, string path) => known.ElementKeysOf($"{side.System}/{side.Entity.Name}") is var keys && (keys.IsEmpty || keys is [var only] && only == path);

    private static bool IsPosition(ProposedRow row) =>
        row.Type is PropertyType.Integer or PropertyType.Decimal && NameWords.Of(row.Source).Contains(Position) && NameWords.Of(row.Target).Contains(Position);

    // New elements are made on both sides, where both have what is mandatory in one.
    private static Direction? DirectionOf(ProposedRow list, ProposalSide one, ProposalSide other, ImmutableArray<ProposedRow> rows, MatchPair key)
    {
        var atSource = one.NeededBeside(rows.Where(row => row.Direction != Direction.ToTarget).Select(row => row.Source).Append(key.Source)).IsEmpty;
        var atTarget = other.NeededBeside(rows.Where(row => row.Direction != Direction.ToSource).Select(row => row.Target).Append(key.Target)).IsEmpty;
        return (atSource && list.Direction != Direction.ToTarget, atTarget && list.Direction != Direction.ToSource) switch
        {
            (true, true) => Direction.Both,
            (true, false) => Direction.ToSource,
            (false, true) => Direction.ToTarget,
            _ => null,
        };
    }
}
