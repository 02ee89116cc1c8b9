using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Running;
using SesamTalk.Engine.State;
using SesamTalk.Engine.Values;
using SesamTalk.Engine.Writing;

namespace SesamTalk.Engine.Creating;

/// <summary>
/// Resolves creates that were interrupted, before anything else is done (clause C3): repeats them under the same idempotency key, or
/// looks the record up by the key that the engine gave, by the external reference, or by a natural key. A create is never repeated
/// blindly.
/// </summary>
internal sealed class IntentResolver(RunContext context, Sender sender, Settlement settlement)
{
    private readonly StateFile _state = context.State;
    private readonly UnclearCreate _unclear = new(context);

    /// <summary>Resolves what is open.</summary>
    public async Task ResolveAsync(CancellationToken cancellationToken)
    {
        if (!_state.Intents.HasAny())
        {
            return;
        }

        foreach (var intent in context.Set.AllFlows.SelectMany(_state.Intents.Of))
        {
            if (!context.SystemOf(intent.Entity).IsDown)
            {
                await ResolveAsync(intent, cancellationToken);
                Release(intent);
            }
        }
    }

    // Who could not join the cluster until this was known is looked at again.
    private void Release(Intent intent)
    {
        if (!_state.Intents.Has(intent.Cluster, intent.Entity))
        {
            _state.Begin();
            _state.Mirror.MembersOf(_state.Mirror.ClusterOf(intent.Origin)).ForEach(context.Mark);
            _state.Commit();
        }
    }

    private async Task ResolveAsync(Intent intent, CancellationToken cancellationToken)
    {
        if (context.CapabilitiesOf(intent.Entity).KnowsIdempotencyKeys)
        {
            await RepeatAsync(intent, cancellationToken);
            return;
        }

        if (LookUpFor(intent) is not { } lookUp)
        {
            _unclear.Hold(intent);
            return;
        }

        IReadOnlyList<Record>? found = null;
        await context.SystemOf(intent.Entity).CallAsync(
            new Errand(RunStage.Creating, intent.Flow.Name, intent.Flow),
            async () => found = (await lookUp(cancellationToken)).Records,
            cancellationToken);
        if (found is not null)
        {
            Decide(intent, [.. found.Where(record => MayBe(intent, record))]);
        }
    }

    private async Task RepeatAsync(Intent intent, CancellationToken cancellationToken)
    {
        var outcomes = await sender.SendAsync(intent.Entity, intent.Flow, [CreateRequests.Of(intent)], cancellationToken);
        _state.Begin();
        settlement.Settle([intent], outcomes, isRepeated: true);
        _state.Commit();
    }

    private void Decide(Intent intent, List<Record> found)
    {
        if (found.Count > 1)
        {
            Hold(intent, found);
            return;
        }

        _state.Begin();
        _state.Reviews.RemoveUnresolved(intent.Flow, intent.Side, intent.Origin);
        if (found is [var record])
        {
            settlement.Adopt(intent, record);
        }
        else
        {
            _state.Intents.Remove(intent);
            context.Mark(new Member(intent.Origin, intent.Flow.Entity(intent.Side).Number));
        }

        _state.Commit();
    }

    // Several: a person says which it is, by linking it, or that one is not, by unlinking it.
    private void Hold(Intent intent, List<Record> found)
    {
        var known = found.Select(record => _state.Mirror.Find(intent.Entity, record.Key)).OfType<KnownRecord>();
        _unclear.Hold(
            intent,
            $"and {found.Count} records could be it: {string.Join(", ", found.Select(record => record.Key))}",
            known.Select(record => (record.Id, EvidenceOf(intent))));
    }

    private static string EvidenceOf(Intent intent)
    {
        var paths = intent.Key is null && NamesOf(intent) is { } names ? names.Paths : [intent.Entity.Description.Key.Property];
        return string.Join(", ", paths.Select(path => $"{path} {Shown(intent, path)}"));
    }

    private static string Shown(Intent intent, string path) => intent.Entity.Shape.IndexOf(path) is var place and >= 0
        ? Masked.Show(intent.Values[place], intent.Entity.Sensitive[place])
        : intent.Key ?? string.Empty;

    // Of those that carry the same natural key, who was known before is not what was made then; a key and a reference that the engine gave are
    // nobody else's. Who has a counterpart already is none, nor is one whom a person unlinked (clause I6).
    private bool MayBe(Intent intent, Record record) => _state.Mirror.Find(intent.Entity, record.Key) is not { } known
        || !((known.Id <= intent.Known && IsByNaturalKey(intent)) || _state.Links.Has(intent.Flow, intent.Side.Other(), known.Id) || _state.Apart.Has(intent.Origin, known.Id));

    private static bool IsByNaturalKey(Intent intent) => intent is { Key: null, Entity.Description.ExternalReference: null };

    private Func<CancellationToken, Task<RecordBatch>>? LookUpFor(Intent intent)
    {
        var (entity, system) = (intent.Entity, context.SystemOf(intent.Entity).Connection);
        var capabilities = context.CapabilitiesOf(entity);
        var request = new ReadRequest(entity.Description, entity.Shape);
        if (intent.Key is { } key && capabilities.LooksUpByKey && system is IKeyLookup byKey)
        {
            return token => byKey.LookUpAsync(request, [key], token);
        }

        return capabilities.LooksUpByValues && system is IValueLookup byValues && NamesOf(intent) is { } names
            ? token => byValues.FindAsync(request, names.Paths, names.Values, token)
            : null;
    }

    private static (string[] Paths, Value[] Values)? NamesOf(Intent intent)
    {
        var description = intent.Entity.Description;
        if (intent.Key is null && description.ExternalReference is { } reference)
        {
            return ([reference], [ValueOf(intent, reference)]);
        }

        foreach (var natural in description.NaturalKeys)
        {
            Value[] values = [.. natural.Select(path => ValueOf(intent, path))];
            if (values.All(value => !value.IsNone))
            {
                return ([.. natural], values);
            }
        }

        return null;
    }

    private static Value ValueOf(Intent intent, string path) =>
        intent.Entity.Shape.IndexOf(path) is var place and >= 0 ? intent.Values[place] : Value.None;
}
