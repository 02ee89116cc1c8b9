using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Running;
using SesamTalk.Engine.State;
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
            }
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
            Report(intent, "and nothing tells whether it was: the entity has no key that the engine gives, no external reference and no natural key");
            return;
        }

        IReadOnlyList<Record>? found = null;
        await context.SystemOf(intent.Entity).CallAsync(
            new Errand(RunStage.Creating, intent.Flow.Name, intent.Flow),
            async () => found = (await lookUp(cancellationToken)).Records,
            cancellationToken);
        if (found is not null)
        {
            Decide(intent, [.. found.Where(record => !IsLinked(intent, record))]);
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
            Report(intent, $"and {found.Count} records could be it: {string.Join(", ", found.Select(record => record.Key))}");
            return;
        }

        _state.Begin();
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

    private bool IsLinked(Intent intent, Record record) =>
        _state.Mirror.Find(intent.Entity, record.Key) is { } known && _state.Links.Has(intent.Flow, intent.Side.Other(), known.Id);

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
        if (description is { Key.GivenBy: KeyGiver.System, ExternalReference: { } reference })
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

    private void Report(Intent intent, string why) => context.Ledger.Add(new Finding(
        FindingKind.Unresolved,
        _state.Mirror.NameOf(intent.Origin).ToString(),
        $"its counterpart in {intent.Entity.Name} was being created when a run was interrupted, {why}",
        $"Look in {intent.Entity.System.Name}; until this is clear nothing is created for the record."));
}
