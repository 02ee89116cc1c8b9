using SesamTalk.Connectors.Reading;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Running;

namespace SesamTalk.Engine.Writing;

/// <summary>Looks records up by their keys.</summary>
internal sealed class KeyLookup(RunContext context)
{
    /// <summary>
    /// The records that there are, by key; one that is there but cannot be read has no record. None at all where the system failed.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, Record?>?> FindAsync(MappedEntity entity, IReadOnlyList<string> keys, RunStage stage, CancellationToken cancellationToken)
    {
        var system = context.SystemOf(entity);
        var found = new Dictionary<string, Record?>(StringComparer.Ordinal);
        var came = await system.CallAsync(
            new Errand(stage, entity.Name, context.FirstFlowOf(entity)),
            async () => Enter(await ((IKeyLookup)system.Connection).LookUpAsync(new ReadRequest(entity.Description, entity.Shape), keys, cancellationToken), found),
            cancellationToken);
        return came ? found : null;
    }

    private static void Enter(RecordBatch batch, Dictionary<string, Record?> found)
    {
        foreach (var key in batch.Faults.Select(fault => fault.Key).OfType<string>())
        {
            found[key] = null;
        }

        foreach (var record in batch.Records)
        {
            found[record.Key] = record;
        }
    }
}
