using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Linking;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Running;
using SesamTalk.Engine.State;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Deciding;

/// <summary>A record that a person named.</summary>
/// <param name="Entity">Its entity.</param>
/// <param name="Record">What is known of it.</param>
internal sealed record NamedRecord(MappedEntity Entity, MirrorRecord Record)
{
    /// <inheritdoc/>
    public override string ToString() => Record.Name.ToString();
}

/// <summary>What a decision works on.</summary>
/// <param name="Context">The run that the decision counts as.</param>
/// <param name="Clusters">The clusters.</param>
internal sealed record Desk(RunContext Context, Clusters Clusters)
{
    /// <summary>The state.</summary>
    public StateFile State => Context.State;

    /// <summary>Does something with two records, or says why it cannot.</summary>
    public DecisionOutcome WithPair(string one, string other, Func<NamedRecord, NamedRecord, DecisionOutcome> decide) =>
        Find(one, out var first) ?? Find(other, out var second) ?? (first!.Record.Id == second!.Record.Id
            ? DecisionOutcome.Refused($"{one} and {other} are the same record.", "Name two records of different entities.")
            : decide(first, second));

    /// <summary>Finds a record by its name.</summary>
    /// <returns>Why there is none.</returns>
    public DecisionOutcome? Find(string name, out NamedRecord? found)
    {
        found = null;
        if (RecordName.Read(name) is not { } read)
        {
            return DecisionOutcome.NotFound($"'{name}' does not name a record.", "Records are named system/entity/key.");
        }

        if (Context.Set.Entities.FirstOrDefault(entity => entity.Name == read.Entity) is not { } entity)
        {
            var nearest = NearestName.Find(read.Entity, [.. Context.Set.Entities.Select(known => known.Name)]);
            return DecisionOutcome.NotFound(
                $"No flow is on {read.Entity}.{(nearest is null ? string.Empty : $" Did you mean {nearest}?")}", "Records are named system/entity/key; 'sesamtalk ls' lists the entities of the flows.");
        }

        if (State.Mirror.Find(entity, read.Key) is not { } known)
        {
            return DecisionOutcome.NotFound($"No run has seen {name}.", "Look at the key; a record that is new in its system is known after the next 'sesamtalk run'.");
        }

        found = new NamedRecord(entity, State.Mirror.Load(known.Id));
        return null;
    }

    /// <summary>Marks a record to be looked at by the next run.</summary>
    public void Mark(NamedRecord record) => Context.Mark(record.Record);
}
