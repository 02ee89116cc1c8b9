using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Mapping;

namespace SesamTalk.Engine.Deleting;

/// <summary>What becomes of the counterpart of a record that is gone.</summary>
internal enum Verdict
{
    /// <summary>The link ends, and the counterpart stays as it is.</summary>
    End,

    /// <summary>The counterpart is deleted.</summary>
    Delete,

    /// <summary>The counterpart is given the values of an archived record.</summary>
    Archive,

    /// <summary>The record that is gone is made again from the counterpart (clause D3).</summary>
    Renew,

    /// <summary>Nothing until a person decides (clauses D3, R4).</summary>
    Hold,
}

/// <summary>What is decided about a link of a record that is gone (clauses D1 to D3). Knows no state and no system.</summary>
/// <param name="Verdict">What is to be done.</param>
/// <param name="Conflicts">The edits that the delete meets.</param>
/// <param name="DecidedBy">What decided between them.</param>
internal sealed record Judgement(Verdict Verdict, IReadOnlyList<UnseenEdit> Conflicts, string DecidedBy)
{
    /// <summary>Decides about a link.</summary>
    public static Judgement Of(BrokenLink link, long epoch)
    {
        var passedOn = PassedOn(link);
        var edits = passedOn == Verdict.End ? [] : UnseenEdit.Of(link, epoch);
        if (edits.Count == 0)
        {
            return new Judgement(passedOn, [], string.Empty);
        }

        return edits.Exists(edit => edit.Travels)
            ? new Judgement(ByPolicy(link, passedOn), edits, link.Flow.Flow.Conflict.ToString().ToLowerInvariant())
            : new Judgement(passedOn, edits, "direction");
    }

    private static Verdict PassedOn(BrokenLink link) => link.Flow.Flow.Delete.Kind switch
    {
        _ when link.Left.IsGone => Verdict.End,
        DeleteKind.Propagate when link.LeftEntity.Description.CanDelete => Verdict.Delete,
        DeleteKind.Archive when link.Archive.Count > 0 => Verdict.Archive,
        _ => Verdict.End,
    };

    private static Verdict ByPolicy(BrokenLink link, Verdict passedOn)
    {
        var preferred = link.Flow.Flow.Conflict switch
        {
            ConflictPolicy.Source => Side.Source,
            ConflictPolicy.Target => Side.Target,
            _ => link.Side.Other(),
        };
        return link.Flow.Flow.Conflict == ConflictPolicy.Review ? Verdict.Hold
            : preferred == link.Side ? passedOn
            : link.GoneEntity.Description.CanCreate ? Verdict.Renew
            : Verdict.End;
    }
}
