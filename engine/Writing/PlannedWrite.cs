using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Reconciling;
using SesamTalk.Engine.State;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Writing;

/// <summary>All that becomes of one record in one round (clause W1): of the wishes for each property, the first is heard.</summary>
/// <param name="Mirror">The record as it is known.</param>
/// <param name="Heard">The wishes that are heard, one a property.</param>
internal sealed record PlannedWrite(MirrorRecord Mirror, IReadOnlyList<Wish> Heard)
{
    /// <summary>Plans the write of a record.</summary>
    public static PlannedWrite Of(MappedEntity entity, MirrorRecord mirror, WishedRecord wished)
    {
        var heard = wished.Wishes
            .GroupBy(wish => wish.Property)
            .Select(wishes => entity.Lists[wishes.Key] is { } list
                ? ElementMerge.Of(list, mirror.Values[wishes.Key], mirror.Stamps[wishes.Key], [.. wishes])
                : wishes.Aggregate((first, other) => other.GoesBefore(first) ? other : first));
        return new PlannedWrite(mirror, [.. heard]);
    }

    /// <summary>The wishes that change a value; the others change only a stamp.</summary>
    public IEnumerable<Wish> Changes(MappedEntity entity) =>
        Heard.Where(wish => !entity.Forms[wish.Property].Same(wish.Value, Mirror.Values[wish.Property]));

    /// <summary>A number for what is to be changed: the same change has the same number (clause W4).</summary>
    public long ContentOf(MappedEntity entity)
    {
        var number = Fingerprint.Start;
        foreach (var wish in Changes(entity))
        {
            number = number.Add(wish.Property).Add(wish.Value.ToString());
        }

        return number.Value;
    }

    /// <summary>What is sent: only what changes, with what is believed to be there (clauses W1, W2).</summary>
    public UpdateRequest RequestFor(MappedEntity entity) => new(
        Mirror.Name.Key,
        [.. Changes(entity).Select(wish => new PropertyChange(wish.Property, Mirror.Values[wish.Property], wish.Value))]);

    /// <summary>
    /// The mirror with the wishes fulfilled: the values that were written, as sent or as the system now holds them; the stamps of the
    /// wishes (clauses W3, O6). A wish that changes only a stamp says nothing of the value: what else the system holds is an edit.
    /// </summary>
    /// <param name="entity">The entity.</param>
    /// <param name="stored">What the system now holds; none where it does not say.</param>
    public MirrorRecord Fulfilled(MappedEntity entity, Value[]? stored)
    {
        var (values, stamps) = ((Value[])Mirror.Values.Clone(), (Stamp[])Mirror.Stamps.Clone());
        foreach (var wish in Changes(entity))
        {
            values[wish.Property] = stored is null ? wish.Value : stored[wish.Property];
        }

        foreach (var wish in Heard)
        {
            stamps[wish.Property] = wish.Stamp;
        }

        return Mirror with { Values = values, Stamps = stamps };
    }
}
