using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Running;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Deciding;

/// <summary>Stamps for what a person wants a property to be: an edit of the record, made now, later than everything that the records of its cluster carry.</summary>
internal static class PersonsEdit
{
    /// <summary>The stamp.</summary>
    /// <param name="context">The run that the edit counts as.</param>
    /// <param name="entity">The entity of the record.</param>
    /// <param name="record">The record.</param>
    /// <param name="property">The place of the property in the shape.</param>
    /// <param name="generation">The greatest generation that the person has seen (clause O3).</param>
    public static Stamp Of(RunContext context, MappedEntity entity, MirrorRecord record, int property, int generation)
    {
        var mirror = context.State.Mirror;
        var latest = mirror.MembersOf(mirror.ClusterOf(record.Id))
            .Where(member => context.State.Numbers.EntityOf(member.Entity) is not null)
            .Max(member => mirror.Load(member.Id).LatestTime());
        var seen = Math.Max(generation, record.Stamps[property].Generation);
        return new Stamp(Math.Max(context.Now, latest + 1), entity.System.Rank, record.Name, 0, seen + 1, context.Epoch);
    }
}
